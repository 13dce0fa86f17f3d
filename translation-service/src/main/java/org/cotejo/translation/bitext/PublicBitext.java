package org.cotejo.translation.bitext;

import java.util.UUID;

/**
 * A bitext that anyone may read.
 *
 * @param documentId of its document
 * @param sourceLanguage main language of the original
 * @param language of the translation
 * @param readingText the original
 * @param file the bitext
 */
public record PublicBitext(
    UUID documentId,
    String sourceLanguage,
    String language,
    StoredObject readingText,
    StoredObject file) {}
