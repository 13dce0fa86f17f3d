package org.cotejo.translation.transcription;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a transcription in plain text, with page marks or without.
 *
 * <p>A form feed, {@code [page 2]} and the like are marks and no text. Page numbers as they are
 * typed ({@code --2--}) are text and no marks: they stand below a letterhead or at a page's end as
 * often as at its beginning, and find their place as words do.
 */
public final class PlainTranscription {
  private static final Pattern MARK =
      Pattern.compile(
          "(?iu)[\\[(<=\\p{Pd}\\s]*(?:page|pages?\\.|pp?\\.|p[aá]gina|p[aá]g\\.?|seite|s\\.|blatt|bl\\.|hoja"
              + "|folio|fol\\.|feuille|стр(?:аница|\\.)?)\\s*(\\d{1,5})[\\])>=\\p{Pd}\\s]*");
  private static final Pattern BRACKET = Pattern.compile("\\s*[\\[(<=\\p{Pd}].*");

  private final List<SuppliedWord> words = new ArrayList<>();
  private final NavigableMap<Integer, Integer> marked = new TreeMap<>();
  private boolean orderly = true;
  private int line;

  private PlainTranscription() {}

  /**
   * The words and pages of a text.
   *
   * @param text decoded
   */
  public static SuppliedText read(String text) {
    PlainTranscription reader = new PlainTranscription();
    String[] sheets = Normalizer.normalize(text, Normalizer.Form.NFC).split("\f", -1);
    for (int sheet = 0; sheet < sheets.length; sheet++) {
      if (sheets.length > 1) {
        reader.mark(sheet + 1);
      }
      reader.sheet(sheets[sheet], sheets.length > 1);
    }
    return new SuppliedText(reader.words, reader.pageStarts());
  }

  private void sheet(String sheet, boolean fed) {
    for (String one : sheet.lines().toList()) {
      Matcher mark = MARK.matcher(one);
      if (BRACKET.matcher(one).matches() && mark.matches()) {
        if (!fed) {
          mark(Integer.parseInt(mark.group(1)));
        }
        continue;
      }
      words(one);
      line++;
    }
  }

  private void words(String text) {
    for (String word : text.split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(new SuppliedWord(word, line));
      }
    }
  }

  private void mark(int page) {
    orderly = orderly && (marked.isEmpty() || page > marked.lastKey());
    marked.putIfAbsent(page, words.size());
  }

  private NavigableMap<Integer, Integer> pageStarts() {
    if (!orderly) {
      return new TreeMap<>();
    }
    // What stands before the first mark belongs to the page before it.
    if (!marked.isEmpty() && marked.firstEntry().getValue() > 0) {
      marked.put(marked.firstKey() - 1, 0);
    }
    return marked;
  }
}
