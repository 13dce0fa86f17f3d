package org.cotejo.translation.alignment;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One side of a text in numbers: tokens of all segments in one array, lengths summed up.
 *
 * <p>Segment {@code i} holds the tokens {@code firstToken[i]} to {@code firstToken[i + 1]}
 * (exclusive), and the characters (without spaces, plus one) up to it sum to {@code
 * lengthBefore[i]}.
 */
final class EncodedText {
  final int size;
  final int[] tokens;
  final int[] firstToken;
  final double[] lengthBefore;
  final boolean[] opensParagraph;
  final boolean[] standsAlone;

  /** Seams up to the one before each segment (see {@link #seams}). */
  private final int[] seamsBefore;

  /** Classes of the segments' ends, and of the boundaries before them (see {@link Boundaries}). */
  final int[] end;

  final int[] boundary;
  final Vocabulary vocabulary;
  final double[] frequency;

  private EncodedText(int size, int[] tokens, int[] firstToken, Vocabulary vocabulary) {
    this.size = size;
    this.tokens = tokens;
    this.firstToken = firstToken;
    this.vocabulary = vocabulary;
    lengthBefore = new double[size + 1];
    opensParagraph = new boolean[size];
    standsAlone = new boolean[size];
    seamsBefore = new int[size];
    end = new int[size];
    boundary = new int[size];
    frequency = new double[vocabulary.size()];
    for (int token : tokens) {
      frequency[token] += 1.0 / tokens.length;
    }
  }

  /** Some segments of a text, with the words and their frequencies of the whole. */
  private EncodedText(EncodedText whole, int[] segments) {
    size = segments.length;
    firstToken = new int[size + 1];
    lengthBefore = new double[size + 1];
    opensParagraph = new boolean[size];
    standsAlone = new boolean[size];
    seamsBefore = new int[size];
    end = new int[size];
    boundary = new int[size];
    for (int k = 0; k < size; k++) {
      int i = segments[k];
      firstToken[k + 1] = firstToken[k] + whole.tokenCount(i, i + 1);
      lengthBefore[k + 1] = lengthBefore[k] + whole.length(i, i + 1);
      opensParagraph[k] = whole.opensParagraph[i];
      standsAlone[k] = whole.standsAlone[i];
      end[k] = whole.end[i];
      boundary[k] = whole.boundary[i];
    }
    tokens = new int[firstToken[size]];
    for (int k = 0; k < size; k++) {
      System.arraycopy(
          whole.tokens,
          whole.firstToken[segments[k]],
          tokens,
          firstToken[k],
          firstToken[k + 1] - firstToken[k]);
    }
    vocabulary = whole.vocabulary;
    frequency = whole.frequency;
    sumSeams();
  }

  /** The segments from one to before another, as a text that knows the words of this one. */
  EncodedText slice(int from, int to) {
    return select(from, to, new BitSet());
  }

  /** The same without some of them, which are numbered as here. */
  EncodedText select(int from, int to, BitSet without) {
    return new EncodedText(
        this, IntStream.range(from, to).filter(segment -> !without.get(segment)).toArray());
  }

  static EncodedText of(List<Passage> passages) {
    Vocabulary vocabulary = new Vocabulary();
    int[] firstToken = new int[passages.size() + 1];
    int[] tokens = new int[64];
    int count = 0;
    for (int i = 0; i < passages.size(); i++) {
      for (String token : Tokenizer.tokens(passages.get(i).text())) {
        if (count == tokens.length) {
          tokens = Arrays.copyOf(tokens, count * 2);
        }
        tokens[count++] = vocabulary.numberOf(token);
      }
      firstToken[i + 1] = count;
    }
    EncodedText text =
        new EncodedText(passages.size(), Arrays.copyOf(tokens, count), firstToken, vocabulary);
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      text.lengthBefore[i + 1] = text.lengthBefore[i] + visibleLength(passage.text()) + 1;
      text.opensParagraph[i] = passage.opensParagraph();
      text.standsAlone[i] = passage.standsAlone();
      text.end[i] = Boundaries.end(passage.text());
      text.boundary[i] = i == 0 ? 0 : Boundaries.between(text.end[i - 1], passage.text());
    }
    text.sumSeams();
    return text;
  }

  double length() {
    return lengthBefore[size];
  }

  double length(int from, int to) {
    return lengthBefore[to] - lengthBefore[from];
  }

  int tokenCount(int from, int to) {
    return firstToken[to] - firstToken[from];
  }

  /** How often a run of segments, one or more, passes into or out of one that stands alone. */
  int seams(int from, int to) {
    return seamsBefore[to - 1] - seamsBefore[from];
  }

  private void sumSeams() {
    for (int i = 1; i < size; i++) {
      seamsBefore[i] = seamsBefore[i - 1] + (standsAlone[i - 1] || standsAlone[i] ? 1 : 0);
    }
  }

  private static int visibleLength(String text) {
    int count = 0;
    for (int at = 0; at < text.length(); at++) {
      if (!Character.isWhitespace(text.charAt(at))) {
        count++;
      }
    }
    return count;
  }
}
