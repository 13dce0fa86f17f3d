package org.cotejo.translation.bitext;

/**
 * A translation as it was submitted.
 *
 * @param file its bytes in the object store
 * @param language BCP 47 tag
 * @param translator empty when not known
 */
public record TranslationFile(StoredObject file, String language, String translator) {}
