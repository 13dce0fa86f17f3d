/**
 * Translations as people submit them: plain text, DOCX, ODT, HTML, PDF with text, TEI P5, TMX and
 * XLIFF, told apart by what they hold.
 *
 * <p>Every failure is a {@link org.cotejo.translation.segmentation.BrokenTranslation} that says
 * what is wrong and where: the path in a package, line and column in XML, the page of a PDF.
 */
package org.cotejo.translation.exchange.translation;
