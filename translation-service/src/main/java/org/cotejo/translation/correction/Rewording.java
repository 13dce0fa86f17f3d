package org.cotejo.translation.correction;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.translation.anchoring.FoldedText;
import org.cotejo.translation.reading.Likeness;
import org.cotejo.translation.reading.PageBox;
import org.cotejo.translation.reading.Paragraph;
import org.cotejo.translation.reading.PlacedWord;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.segmentation.Segment;

/**
 * Sets other words in the place of a stretch of a reading text. Each new word stands on paper where
 * the word stands that it corrects; one that was missed stands where its neighbour does.
 */
final class Rewording {
  private static final double SKIP = .6;
  private static final double BY_HAND = 1;

  private Rewording() {}

  /**
   * The text with a segment reworded.
   *
   * @param words the new text: words with single spaces between them
   */
  static ReadingText of(ReadingText reading, Segment segment, String words) {
    int shift = words.length() - (segment.end() - segment.start());
    List<PlacedWord> placed = new ArrayList<>();
    List<PlacedWord> replaced = new ArrayList<>();
    List<PlacedWord> behind = new ArrayList<>();
    for (PlacedWord word : reading.words()) {
      // A segment may begin or end inside a word: the rest of it stays.
      if (word.start() < segment.start()) {
        placed.add(part(word, word.start(), Math.min(word.end(), segment.start()), 0));
      }
      if (word.end() > segment.end()) {
        behind.add(part(word, Math.max(word.start(), segment.end()), word.end(), shift));
      }
      if (word.end() > segment.start() && word.start() < segment.end()) {
        replaced.add(
            part(
                word,
                Math.max(word.start(), segment.start()),
                Math.min(word.end(), segment.end()),
                0));
      }
    }
    placed.addAll(new Words(reading, replaced, segment.start(), words).placed());
    placed.addAll(behind);
    String text = reading.text();
    return new ReadingText(
        text.substring(0, segment.start()) + words + text.substring(segment.end()),
        reading.pages(),
        placed,
        paragraphs(reading.paragraphs(), segment, shift),
        reading.furniture());
  }

  private static PlacedWord part(PlacedWord word, int start, int end, int shift) {
    return new PlacedWord(start + shift, end + shift, word.confidence(), word.boxes());
  }

  /** A paragraph that ended inside the segment goes on to its end. */
  private static List<Paragraph> paragraphs(List<Paragraph> before, Segment segment, int shift) {
    List<Paragraph> after = new ArrayList<>();
    for (Paragraph paragraph : before) {
      int start =
          paragraph.start() >= segment.end() ? paragraph.start() + shift : paragraph.start();
      int end = paragraph.end() > segment.start() ? Math.max(paragraph.end(), segment.end()) : -1;
      boolean inside = paragraph.start() > segment.start() && paragraph.start() < segment.end();
      if (!inside) {
        int kept = end < 0 ? paragraph.end() : end + shift;
        after.add(new Paragraph(start, kept, paragraph.type(), paragraph.page()));
      }
    }
    return after;
  }

  /** The words of one segment, old and new. */
  private static final class Words {
    private final List<PlacedWord> old;
    private final List<String> oldForms;
    private final List<String> forms = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();

    Words(ReadingText reading, List<PlacedWord> old, int start, String words) {
      this.old = old;
      oldForms =
          old.stream()
              .map(word -> FoldedText.fold(reading.text().substring(word.start(), word.end())))
              .toList();
      int at = start;
      for (String word : words.split(" ", -1)) {
        forms.add(FoldedText.fold(word));
        places.add(new int[] {at, at + word.length()});
        at += word.length() + 1;
      }
    }

    List<PlacedWord> placed() {
      int[] match = matches();
      List<PlacedWord> placed = new ArrayList<>();
      for (int k = 0; k < forms.size(); k++) {
        placed.add(new PlacedWord(places.get(k)[0], places.get(k)[1], BY_HAND, boxes(match, k)));
      }
      return placed;
    }

    /** The boxes of the word that it corrects and of those that were torn from it. */
    private List<PageBox> boxes(int[] match, int word) {
      int own = match[word];
      if (own < 0) {
        return old.get(neighbour(match, word)).boxes();
      }
      int first = own;
      int last = own;
      while (first > 0 && !isMatched(match, first - 1) && grows(word, first - 1, first, last)) {
        first--;
      }
      while (last + 1 < old.size()
          && !isMatched(match, last + 1)
          && grows(word, last + 1, first, last)) {
        last++;
      }
      List<PageBox> boxes = new ArrayList<>();
      old.subList(first, last + 1).forEach(part -> boxes.addAll(part.boxes()));
      return boxes;
    }

    /** Whether a word is more like some old ones when one more is joined to them. */
    private boolean grows(int word, int more, int first, int last) {
      String now = String.join("", oldForms.subList(first, last + 1));
      String grown = more < first ? oldForms.get(more) + now : now + oldForms.get(more);
      return Likeness.of(forms.get(word), grown) > Likeness.of(forms.get(word), now);
    }

    /** The old word beside which a new one stands: the one that holds it, or the one before it. */
    private int neighbour(int[] match, int word) {
      int before = -1;
      int behind = -1;
      for (int k = 0; k < match.length; k++) {
        before = k < word && match[k] >= 0 ? match[k] : before;
        behind = k > word && match[k] >= 0 && behind < 0 ? match[k] : behind;
      }
      boolean heldBehind = behind >= 0 && oldForms.get(behind).contains(forms.get(word));
      return before < 0 || heldBehind ? Math.max(behind, 0) : before;
    }

    private static boolean isMatched(int[] match, int oldWord) {
      for (int matched : match) {
        if (matched == oldWord) {
          return true;
        }
      }
      return false;
    }

    /** For each new word the old one that it corrects, in order; below 0 for none. */
    private int[] matches() {
      int height = forms.size();
      int width = old.size();
      double[][] cost = new double[height + 1][width + 1];
      for (int i = 0; i <= height; i++) {
        for (int j = 0; j <= width; j++) {
          if (i + j > 0) {
            cost[i][j] = Math.min(skips(cost, i, j), change(cost, i, j));
          }
        }
      }
      int[] match = new int[height];
      java.util.Arrays.fill(match, -1);
      int i = height;
      int j = width;
      while (i > 0 && j > 0) {
        if (cost[i][j] == change(cost, i, j)) {
          match[--i] = --j;
        } else if (cost[i][j] == cost[i - 1][j] + SKIP) {
          i--;
        } else {
          j--;
        }
      }
      return match;
    }

    private static double skips(double[][] cost, int i, int j) {
      double newWord = i > 0 ? cost[i - 1][j] + SKIP : Double.MAX_VALUE;
      double oldWord = j > 0 ? cost[i][j - 1] + SKIP : Double.MAX_VALUE;
      return Math.min(newWord, oldWord);
    }

    private double change(double[][] cost, int i, int j) {
      return i > 0 && j > 0
          ? cost[i - 1][j - 1] + 1 - Likeness.of(forms.get(i - 1), oldForms.get(j - 1))
          : Double.MAX_VALUE;
    }
  }
}
