package org.cotejo.translation.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** A paper of random sentences in two languages that say the same, more or less. */
final class RandomPaper {
  private static final String[] SPANISH = {
    "el cónsul",
    "la carta",
    "un barco",
    "el gobernador",
    "la aduana",
    "el puerto",
    "una caja",
    "el ministro",
    "la isla",
    "el escribano",
    "la frontera",
    "un telegrama",
    "el capitán",
    "la embajada",
    "un testigo",
    "el almacén",
    "la comisión",
    "el secretario",
    "una factura",
    "el inspector"
  };
  private static final String[] ENGLISH = {
    "the consul",
    "the letter",
    "a ship",
    "the governor",
    "the customs house",
    "the harbour",
    "a crate",
    "the minister",
    "the island",
    "the clerk",
    "the border",
    "a telegram",
    "the captain",
    "the embassy",
    "a witness",
    "the warehouse",
    "the commission",
    "the secretary",
    "an invoice",
    "the inspector"
  };
  private static final String[] SPANISH_VERBS = {
    "esperaba junto a",
    "mencionó ayer",
    "no conocía",
    "llegó antes que",
    "vigilaba",
    "perdió",
    "encontró por fin",
    "describió con cuidado"
  };
  private static final String[] ENGLISH_VERBS = {
    "waited beside",
    "mentioned yesterday",
    "did not know",
    "arrived before",
    "watched over",
    "lost",
    "found at last",
    "described with care"
  };
  private static final int WIDTH = 60;

  private final List<String> source;
  private final List<String> target;
  private final int width;

  RandomPaper(Random random) {
    List<String> spanish = new ArrayList<>();
    List<String> english = new ArrayList<>();
    int size = 12 + random.nextInt(14);
    for (int k = 0; k < size; k++) {
      int[] words = {
        random.nextInt(SPANISH.length),
        random.nextInt(SPANISH.length),
        random.nextInt(SPANISH.length)
      };
      int verb = random.nextInt(SPANISH_VERBS.length);
      String year = random.nextInt(3) == 0 ? " en " + (1900 + random.nextInt(60)) : "";
      spanish.add(sentence(SPANISH, SPANISH_VERBS[verb], words, " y ", year));
      english.add(
          sentence(ENGLISH, ENGLISH_VERBS[verb], words, " and ", year.replace(" en ", " in ")));
    }
    // Something is missing and something was added.
    english.remove(random.nextInt(english.size()));
    source = List.copyOf(spanish);
    target = List.copyOf(english);
    width = WIDTH;
  }

  private RandomPaper(List<String> source, List<String> target, int width) {
    this.source = List.copyOf(source);
    this.target = List.copyOf(target);
    this.width = width;
  }

  private static String sentence(
      String[] nouns, String verb, int[] words, String and, String year) {
    String text =
        nouns[words[0]] + " " + verb + " " + nouns[words[1]] + and + nouns[words[2]] + year;
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  /**
   * The same paper as another engine may read it: letters wrong, stops lost, other lines, and a
   * sentence in front that was not read before.
   *
   * @param spared sentences, parts of sentences or several together, that stay as they are
   */
  RandomPaper readAgain(Random random, Set<String> spared) {
    List<String> read = new ArrayList<>();
    read.add("Copia para el archivo del consulado general.");
    for (String sentence : source) {
      read.add(isSpared(sentence, spared) ? sentence : damaged(sentence, random));
    }
    List<String> translated = new ArrayList<>();
    for (String sentence : target) {
      boolean joined =
          !isSpared(sentence, spared) && !translated.isEmpty() && random.nextInt(4) == 0;
      translated.add(joined ? sentence.replace(".", ";") : sentence);
    }
    return new RandomPaper(read, translated, WIDTH - 7);
  }

  private static boolean isSpared(String sentence, Set<String> spared) {
    return spared.stream().anyMatch(text -> text.contains(sentence) || sentence.contains(text));
  }

  private static String damaged(String sentence, Random random) {
    StringBuilder damaged = new StringBuilder(sentence);
    for (int at = 0; at < damaged.length(); at++) {
      if (Character.isLetter(damaged.charAt(at)) && random.nextInt(15) == 0) {
        damaged.setCharAt(at, (char) ('a' + random.nextInt(26)));
      }
    }
    if (random.nextInt(4) == 0) {
      damaged.setLength(damaged.length() - 1);
      damaged.append(',');
    }
    return damaged.toString();
  }

  /** Typed lines. */
  List<String> sourceLines() {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : String.join(" ", source).split(" ", -1)) {
      if (line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  String targetText() {
    return String.join(" ", target) + "\n";
  }
}
