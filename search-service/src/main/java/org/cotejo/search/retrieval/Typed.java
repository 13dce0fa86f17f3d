package org.cotejo.search.retrieval;

import java.util.List;
import java.util.regex.MatchResult;

/**
 * A query that is still being typed.
 *
 * @param before what stands before the word at the end, unchanged
 * @param words the folded words of the whole; the last may be a beginning
 * @param last the word at the end as typed
 */
public record Typed(String before, List<String> words, String last) {
  /** Longer beginnings are names and phrases that need no help. */
  public static final int MAXIMUM_LENGTH = 100;

  /** One letter begins too many words. */
  public static final int SHORTEST = 2;

  public Typed {
    words = List.copyOf(words);
  }

  /** Reads what was typed so far; only its last hundred characters when it is longer. */
  public static Typed of(String text) {
    String end = text.substring(Math.max(0, text.length() - MAXIMUM_LENGTH)).stripLeading();
    List<MatchResult> words = Folding.words(end).toList();
    if (words.isEmpty() || words.getLast().end() < end.length()) {
      return new Typed(end, List.of(), "");
    }
    MatchResult last = words.getLast();
    return new Typed(
        end.substring(0, last.start()),
        words.stream().map(word -> Folding.fold(word.group())).toList(),
        last.group());
  }

  /** Whether there is enough of a word at the end to be completed. */
  public boolean completable() {
    return last.length() >= SHORTEST;
  }

  /** Whether each of the words begins a word of a text. */
  public boolean begins(String text) {
    List<String> there = Folding.words(text).map(word -> Folding.fold(word.group())).toList();
    return words.stream()
        .allMatch(word -> there.stream().anyMatch(other -> other.startsWith(word)));
  }
}
