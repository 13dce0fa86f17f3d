package org.cotejo.translation.collation.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.http.AlignedDocuments;
import org.cotejo.translation.bitext.objects.BitextFiles;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.collation.SettledFindings;
import org.cotejo.translation.collation.store.FindingStates.Said;

/** Collates bitexts that are kept, and brings the findings together with what was said of them. */
@ApplicationScoped
public class CollatedBitexts {
  private final BitextFiles files;
  private final BoundedCollator collator;

  @Inject
  public CollatedBitexts(BitextFiles files, BoundedCollator collator) {
    this.files = files;
    this.collator = collator;
  }

  /**
   * A bitext with its findings.
   *
   * @param file of the bitext, in this alignment
   * @param said what was said of its findings
   */
  CollatedBitext of(KeptAlignment alignment, StoredObject file, Said said) {
    Reading reading = files.reading(AlignedDocuments.readingText(alignment));
    Bitext bitext = files.bitext(file);
    SettledFindings findings =
        SettledFindings.of(
            collator.collate(reading, bitext),
            reading.text().text(),
            bitext.text(),
            said.settlements());
    return new CollatedBitext(alignment, reading, bitext, findings);
  }
}
