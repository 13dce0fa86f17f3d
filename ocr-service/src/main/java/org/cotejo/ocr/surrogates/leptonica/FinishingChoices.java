package org.cotejo.ocr.surrogates.leptonica;

/**
 * How the files of a page are written.
 *
 * @param pngCompressionLevel of zlib, 1 to 9
 * @param displayQuality of the JPEG, 1 to 100
 * @param thumbnailPixels longer side of the thumbnail
 * @param thumbnailQuality of its JPEG, 1 to 100
 */
public record FinishingChoices(
    int pngCompressionLevel, int displayQuality, int thumbnailPixels, int thumbnailQuality) {}
