package org.cotejo.ocr.recognition;

/**
 * A word of a transcription's file.
 *
 * @param id in the file: region, line and word by number, {@code r1l2w3}
 */
public record PlacedWord(String id, String text) {}
