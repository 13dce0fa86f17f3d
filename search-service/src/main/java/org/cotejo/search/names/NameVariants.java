package org.cotejo.search.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.cotejo.search.retrieval.Folding;
import org.cotejo.search.retrieval.Marks;

/**
 * Finds names under the forms that other languages and scripts give them: by their sound, and by a
 * curated table.
 *
 * <p>A word of a text counts as a name when it is written with a capital and nowhere in the
 * document without one; so the first word of a sentence is seldom taken for a name. Sounds are
 * coarse: a word of the query that is written without a capital must have a sound of four
 * consonants, so that everyday words find nothing but themselves.
 */
public final class NameVariants {
  private static final int SHORTEST_NAME = 4;
  private static final int SURE_CODE = 4;

  private final NameSounds sounds;
  private final Aliases aliases;

  public NameVariants(NameSounds sounds, Aliases aliases) {
    this.sounds = sounds;
    this.aliases = aliases;
  }

  /** The other forms of a word or phrase of a query. */
  public NameForms forms(String text) {
    List<MatchResult> words = Folding.words(text).toList();
    Set<String> codes = new HashSet<>();
    if (words.size() == 1 && words.getFirst().group().length() >= SHORTEST_NAME) {
      String word = words.getFirst().group();
      NameSpelling.latin(word).forEach(spelling -> codes.addAll(sounds.codes(spelling)));
      if (!capital(word)) {
        codes.removeIf(code -> code.length() < SURE_CODE);
      }
    }
    return new NameForms(codes, aliases.of(text));
  }

  /** Words that a document writes without a capital somewhere, and that are no names for that. */
  public static Set<String> everyday(Collection<String> texts) {
    return texts.stream()
        .flatMap(Folding::words)
        .map(MatchResult::group)
        .filter(word -> !capital(word))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The sounds of the names in a text. */
  public Set<String> sounds(String text, String language, Set<String> everyday) {
    Set<String> codes = new TreeSet<>();
    Folding.words(text)
        .map(MatchResult::group)
        .filter(NameVariants::mayBeName)
        .filter(word -> !everyday.contains(word.toLowerCase(Locale.ROOT)))
        .forEach(word -> codes.addAll(sounds.codes(NameSpelling.latin(word, language))));
    return codes;
  }

  /** Whether two words, of whatever languages, are forms of one name. */
  public boolean sameName(String one, String other) {
    if (!mayBeName(one) || !mayBeName(other)) {
      return false;
    }
    if (aliases.of(one).stream()
        .anyMatch(alias -> Folding.fold(alias).equals(Folding.fold(other)))) {
      return true;
    }
    Set<String> codes = new HashSet<>(forms(one).sounds());
    codes.retainAll(forms(other).sounds());
    return !codes.isEmpty();
  }

  /** The places in a text of a name's other forms. */
  public List<Marks.Range> in(String text, String language, NameForms forms) {
    List<MatchResult> words = Folding.words(text).toList();
    List<Marks.Range> ranges = new ArrayList<>();
    for (MatchResult word : words) {
      if (mayBeName(word.group()) && sounds(word.group(), language, forms)) {
        ranges.add(new Marks.Range(word.start(), word.end()));
      }
    }
    for (String alias : forms.aliases()) {
      List<String> parts = folded(Folding.words(alias).toList());
      for (int first = 0; first + parts.size() <= words.size(); first++) {
        List<MatchResult> here = words.subList(first, first + parts.size());
        if (!parts.isEmpty() && folded(here).equals(parts)) {
          ranges.add(new Marks.Range(here.getFirst().start(), here.getLast().end()));
        }
      }
    }
    return new Marks(text, List.of()).with(new Marks(text, ranges)).ranges();
  }

  private boolean sounds(String word, String language, NameForms forms) {
    return sounds.codes(NameSpelling.latin(word, language)).stream()
        .anyMatch(forms.sounds()::contains);
  }

  private static List<String> folded(List<MatchResult> words) {
    return words.stream().map(word -> Folding.fold(word.group())).toList();
  }

  private static boolean mayBeName(String word) {
    return word.length() >= SHORTEST_NAME && capital(word);
  }

  private static boolean capital(String word) {
    int first = word.codePointAt(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }
}
