package org.cotejo.search.names;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cotejo.search.retrieval.Folding;

/** A curated table of forms of names; each row holds forms of one name. */
public final class Aliases {
  private static final int MAXIMUM_FORMS = 30;

  private final Map<String, Set<String>> byForm = new HashMap<>();

  /**
   * Reads a table.
   *
   * @param lines forms with semicolons between; blank lines and those that begin with # say nothing
   * @throws IllegalArgumentException naming a line with a single form, or with more than 30
   */
  public Aliases(Stream<String> lines) {
    lines
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(this::add);
  }

  private void add(String line) {
    List<String> forms =
        Stream.of(line.split(";", -1)).map(String::strip).filter(form -> !form.isEmpty()).toList();
    if (forms.size() < 2 || forms.size() > MAXIMUM_FORMS) {
      throw new IllegalArgumentException(
          "a row of aliases has 2 to " + MAXIMUM_FORMS + " forms: " + line);
    }
    for (String form : forms) {
      byForm.computeIfAbsent(key(form), _ -> new LinkedHashSet<>()).addAll(forms);
    }
  }

  /** The other forms of a name, in the order of the table; case and accents do not matter. */
  public List<String> of(String name) {
    String key = key(name);
    return byForm.getOrDefault(key, Set.of()).stream()
        .filter(form -> !key(form).equals(key))
        .toList();
  }

  private static String key(String form) {
    return Folding.fold(form).replaceAll("\\s+", " ").strip();
  }
}
