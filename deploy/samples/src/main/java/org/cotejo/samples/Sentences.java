package org.cotejo.samples;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of one side, in order, each with its group and the pages on which it stands. */
record Sentences(List<Sentence> all) {

  private static final Pattern MARK = Pattern.compile("\\{(\\d+)\\}");

  Sentences {
    all = List.copyOf(all);
  }

  record Sentence(int group, String text, List<Integer> pages) {
    Sentence {
      pages = List.copyOf(pages);
    }
  }

  static String withoutMarks(String text) {
    return MARK.matcher(text).replaceAll("");
  }

  /** Joins the lines of the paper: a hyphen at the end of a line goes, the word is one again. */
  static Sentences ofOriginal(PaperSource paper) {
    Collector collector = new Collector();
    for (int page = 0; page < paper.pages().size(); page++) {
      for (PaperSource.Item item : paper.pages().get(page).items()) {
        if (item instanceof PaperSource.Line line) {
          collector.line(line.markedText(), page + 1);
        }
      }
    }
    return collector.sentences();
  }

  /**
   * Lines without a mark before the first marked one are headings that the paper's letterhead
   * repeats.
   */
  static Sentences ofTranslation(List<String> lines) {
    Collector collector = new Collector();
    for (String line : lines) {
      if (line.isBlank()) {
        collector.endParagraph();
      } else {
        collector.line(line, 0);
      }
    }
    return collector.sentences();
  }

  private static final class Collector {
    private final List<Sentence> finished = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Set<Integer> pages = new LinkedHashSet<>();
    private int group;

    /**
     * A blank line of a translation ends the sentence, so that an unmarked heading is not glued to
     * it.
     */
    void endParagraph() {
      end();
      group = 0;
    }

    void line(String marked, int page) {
      Matcher matcher = MARK.matcher(marked);
      int from = 0;
      while (matcher.find()) {
        append(marked.substring(from, matcher.start()), page);
        end();
        group = Integer.parseInt(matcher.group(1));
        from = matcher.end();
      }
      append(marked.substring(from), page);
    }

    private void append(String piece, int page) {
      String stripped = piece.strip();
      if (stripped.isEmpty()) {
        return;
      }
      boolean hyphenated =
          text.length() > 1
              && text.charAt(text.length() - 1) == '-'
              && Character.isLetter(text.charAt(text.length() - 2))
              && Character.isLowerCase(stripped.charAt(0));
      if (hyphenated) {
        text.setLength(text.length() - 1);
      } else if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(stripped);
      if (page > 0) {
        pages.add(page);
      }
    }

    private void end() {
      if (group > 0 && !text.isEmpty()) {
        finished.add(new Sentence(group, text.toString(), List.copyOf(pages)));
      }
      text.setLength(0);
      pages = new LinkedHashSet<>();
    }

    Sentences sentences() {
      end();
      return new Sentences(finished);
    }
  }
}
