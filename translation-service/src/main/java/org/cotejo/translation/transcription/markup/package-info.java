/**
 * Transcriptions that people submit as ALTO, hOCR, PAGE or TEI.
 *
 * <p>Taken from each are its words, lines, and pages. Boxes of such files are not used: they belong
 * to another image than the surrogate, and words get theirs as those of plain text do.
 */
package org.cotejo.translation.transcription.markup;
