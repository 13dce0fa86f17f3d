package org.cotejo.ocr.recognition.training;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Lines as they stand in letters and reports, of words without sense: capitals after full stops,
 * numbers, dates, brackets, dashes, words broken at the end, headings in capitals or spaced out.
 */
final class LineText {
  private static final double COMMON = 0.5;

  private final List<String> common;
  private final List<String> words;
  private final RandomGenerator chance;

  /**
   * Texts of words.
   *
   * @param common words that every text is full of
   * @param words others
   */
  LineText(List<String> common, List<String> words, RandomGenerator chance) {
    this.common = List.copyOf(common);
    this.words = List.copyOf(words);
    this.chance = chance;
  }

  /** A line of up to a number of characters. */
  String line(int longest) {
    double kind = chance.nextDouble();
    if (kind < 0.04) {
      return heading(longest);
    }
    if (kind < 0.06) {
      return "- %d -".formatted(1 + chance.nextInt(200));
    }
    return sentence(longest);
  }

  private String heading(int longest) {
    String text = of(longest / 2, 0.2).toUpperCase(Locale.ROOT);
    return chance.nextBoolean() ? text : String.join(" ", text.split("", -1));
  }

  private String sentence(int longest) {
    String text = of(longest, 0.5);
    if (chance.nextDouble() < 0.12) {
      return text + "-";
    }
    return chance.nextDouble() < 0.25 ? text + "." : text;
  }

  private String of(int longest, double punctuated) {
    StringBuilder line = new StringBuilder();
    boolean capital = chance.nextDouble() < 0.3;
    while (true) {
      String token = token(capital);
      capital = false;
      double mark = chance.nextDouble();
      if (mark < 0.08 * punctuated * 2) {
        token += ",";
      } else if (mark < 0.12 * punctuated * 2) {
        token += ".";
        capital = true;
      } else if (mark < 0.14 * punctuated * 2) {
        token += pick(List.of(";", ":", "?", "!"));
      } else if (mark < 0.15 * punctuated * 2) {
        token += pick(List.of(" --", " -"));
      }
      if (line.length() + 1 + token.length() > longest) {
        return line.isEmpty() ? token : line.toString();
      }
      line.append(line.isEmpty() ? "" : " ").append(token);
    }
  }

  private String token(boolean capital) {
    double kind = chance.nextDouble();
    if (kind < 0.04) {
      return number();
    }
    String word = kind < COMMON ? pick(common) : pick(words);
    if (capital || kind > 0.94) {
      word = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
    double around = chance.nextDouble();
    if (around < 0.015) {
      return "(" + word + ")";
    }
    if (around < 0.035) {
      return "\"" + word + "\"";
    }
    if (around < 0.05) {
      return word + "-" + pick(words);
    }
    return around < 0.06 ? word.toUpperCase(Locale.ROOT) : word;
  }

  private String number() {
    return switch (chance.nextInt(7)) {
      case 0 -> Integer.toString(1850 + chance.nextInt(110));
      case 1 -> "%d.%d.".formatted(1 + chance.nextInt(31), 1 + chance.nextInt(12));
      case 2 -> "%d,%03d".formatted(1 + chance.nextInt(99), chance.nextInt(1000));
      case 3 -> "%d.%03d".formatted(1 + chance.nextInt(99), chance.nextInt(1000));
      case 4 -> chance.nextInt(100) + "%";
      case 5 -> "No. " + chance.nextInt(999);
      default -> Integer.toString(1 + chance.nextInt(99));
    };
  }

  private String pick(List<String> from) {
    return from.get(chance.nextInt(from.size()));
  }
}
