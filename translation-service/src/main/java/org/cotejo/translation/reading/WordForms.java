package org.cotejo.translation.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a document as they stand inside lines, where no line end can have cut them. */
public final class WordForms {
  private final Set<String> forms = new HashSet<>();

  static WordForms of(List<PageLine> lines) {
    WordForms known = new WordForms();
    for (PageLine line : lines) {
      List<TranscribedWord> words = line.line().words();
      for (int k = 1; k < words.size() - 1; k++) {
        known.forms.add(form(words.get(k).text()));
      }
    }
    return known;
  }

  /** The words of a plain text, line ends aside. */
  public static WordForms ofText(String text) {
    WordForms known = new WordForms();
    for (String line : text.split("\n", -1)) {
      List<String> words = List.of(line.strip().split("\\s+", -1));
      for (int k = 1; k < words.size() - 1; k++) {
        known.forms.add(form(words.get(k)));
      }
    }
    return known;
  }

  boolean contain(String word) {
    return forms.contains(form(word));
  }

  private static String form(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
