package org.cotejo.ocr.recognition;

import org.cotejo.ocr.surrogates.StoredObject;

/**
 * A transcription as it is kept, without its words.
 *
 * @param object the file
 * @param engineFingerprint of the engine that read the page
 * @param meanConfidence 0 to 1
 * @param wordCount on the page
 * @param needsReview whether a person should look at it
 */
public record StoredTranscription(
    StoredObject object,
    String engineFingerprint,
    double meanConfidence,
    int wordCount,
    boolean needsReview) {}
