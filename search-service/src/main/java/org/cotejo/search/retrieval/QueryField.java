package org.cotejo.search.retrieval;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code name:value} may ask of a record; each has names in English and in Spanish. */
public enum QueryField {
  TITLE("title", "titulo"),
  PERSON("person", "people", "persona", "personas"),
  PLACE("place", "places", "lugar", "lugares"),
  COLLECTION("collection", "coleccion", "fondo"),
  SUBJECT("subject", "subjects", "materia", "tema"),
  NUMBER("number", "record", "numero", "registro"),
  LANGUAGE("language", "idioma", "lengua"),
  TRANSLATION("translation", "traduccion"),
  DATE("date", "fecha");

  private final List<String> names;

  QueryField(String... names) {
    this.names = List.of(names);
  }

  /** The name by which it is printed. */
  public String label() {
    return names.getFirst();
  }

  /** Whether its values are words of a text, so that they may be phrases or misspelt. */
  public boolean holdsWords() {
    return switch (this) {
      case TITLE, PERSON, PLACE, COLLECTION, SUBJECT -> true;
      case NUMBER, LANGUAGE, TRANSLATION, DATE -> false;
    };
  }

  /** Finds a field by one of its names; case and accents do not matter. */
  public static Optional<QueryField> named(String name) {
    String plain = plain(name);
    return Arrays.stream(values()).filter(field -> field.names.contains(plain)).findFirst();
  }

  /** The field whose name is nearest to a mistyped one, if any is near. */
  public static Optional<QueryField> nearest(String name) {
    String plain = plain(name);
    QueryField best = TITLE;
    int least = Integer.MAX_VALUE;
    for (QueryField field : values()) {
      for (String known : field.names) {
        int distance = Spelling.distance(plain, known);
        if (distance < least) {
          least = distance;
          best = field;
        }
      }
    }
    return least <= Math.max(1, plain.length() / 3) ? Optional.of(best) : Optional.empty();
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
