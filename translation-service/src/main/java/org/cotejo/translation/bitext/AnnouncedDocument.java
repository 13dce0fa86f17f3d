package org.cotejo.translation.bitext;

import java.util.List;

/**
 * A revision of a document as the catalogue announced it.
 *
 * @param access who may see it
 * @param record the catalogue record
 * @param languages of the original, BCP 47; the first is the main one
 * @param pageCount pages of all originals
 * @param translations in the order of submission
 */
public record AnnouncedDocument(
    Access access,
    StoredObject record,
    List<String> languages,
    int pageCount,
    List<TranslationFile> translations)
    implements Announcement {

  public AnnouncedDocument {
    languages = List.copyOf(languages);
    translations = List.copyOf(translations);
    if (languages.isEmpty() || pageCount < 1) {
      throw new IllegalArgumentException("a document has a language and a page");
    }
  }

  public String mainLanguage() {
    return languages.getFirst();
  }
}
