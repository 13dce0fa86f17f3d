package org.cotejo.translation.collation.http;

import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.collation.SettledFindings;

/**
 * A bitext with its findings and what was said of them.
 *
 * @param alignment that it belongs to
 * @param reading the original
 * @param bitext the translation with its links
 * @param findings where the two differ
 */
record CollatedBitext(
    KeptAlignment alignment, Reading reading, Bitext bitext, SettledFindings findings) {}
