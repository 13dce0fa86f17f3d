/**
 * Transcriptions in the formats of libraries: ALTO, hOCR, PAGE and searchable PDF.
 *
 * <p>The same transcription gives the same bytes: there is no clock and no chance in them. Pages
 * are taken one after the other, so that a long document needs no more memory than its longest
 * page.
 */
package org.cotejo.translation.exchange.page;
