package org.cotejo.translation.bitext;

import java.util.List;
import java.util.Optional;

/**
 * A revision of a document as the catalogue announced it.
 *
 * @param access who may see it
 * @param record the catalogue record
 * @param languages of the original, BCP 47; the first is the main one
 * @param pageCount pages of all originals
 * @param translations in the order of submission
 * @param transcription of the original, made by people; empty when none was submitted
 */
public record AnnouncedDocument(
    Access access,
    StoredObject record,
    List<String> languages,
    int pageCount,
    List<TranslationFile> translations,
    Optional<StoredObject> transcription)
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
