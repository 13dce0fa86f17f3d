package org.cotejo.translation.collation.http;

import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.collation.FindingAnchor;
import org.cotejo.translation.collation.Place;
import org.cotejo.translation.collation.SettledFinding;
import org.cotejo.translation.collation.SettledFindings;
import org.cotejo.translation.collation.store.KnownFinding;

/**
 * A bitext with its findings and what was said of them.
 *
 * @param alignment that it belongs to
 * @param reading the original
 * @param bitext the translation with its links
 * @param findings where the two differ
 */
record CollatedBitext(
    KeptAlignment alignment, Reading reading, Bitext bitext, SettledFindings findings) {

  /** What one of its findings is known by. */
  KnownFinding known(SettledFinding settled) {
    String source = reading.text().text();
    String target = bitext.text();
    return new KnownFinding(
        FindingAnchor.of(settled.finding(), source, target),
        settled.finding().message(),
        words(settled.finding().source(), source),
        words(settled.finding().target(), target));
  }

  private static String words(Place place, String text) {
    return text.substring(place.start(), place.end());
  }
}
