package org.cotejo.search.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Bilingual papers made up of made-up words, as frequent as words are (Zipf) and as long; every
 * paper is made from its number alone, so none is kept.
 */
final class GeneratedArchive {
  static final int SENTENCES = 100;

  private static final int WORDS = 40_000;
  private static final int NAMES = 3_000;
  private static final String[] ONSETS =
      "b c d f g l m n p r s t v br cr dr fl gr pl pr tr ch ll qu".split(" ", -1);
  private static final String[] VOWELS = "a e i o u a e o ia ue".split(" ", -1);
  private static final String[] SPANISH = "r s n do ción dad mente l ar es".split(" ", -1);
  private static final String[] ENGLISH = "th ing ed ness ly st er nd ment al".split(" ", -1);
  private static final String[] ENDINGS = "ov enko insky yev chev in adze".split(" ", -1);

  private final List<String> spanish = words(11, SPANISH);
  private final List<String> english = words(12, ENGLISH);
  private final List<String> names = names();

  private static List<String> words(long seed, String[] endings) {
    Random random = new Random(seed);
    List<String> words = new ArrayList<>(WORDS);
    for (int rank = 0; rank < WORDS; rank++) {
      // Frequent words are short.
      int syllables = 1 + (int) (Math.log10(rank + 1.0) / 1.6) + random.nextInt(2);
      words.add(syllables(random, syllables) + (rank < 200 ? "" : pick(random, endings)));
    }
    return List.copyOf(words);
  }

  private static List<String> names() {
    Random random = new Random(13);
    List<String> names = new ArrayList<>(NAMES);
    for (int number = 0; number < NAMES; number++) {
      String name = syllables(random, 2) + pick(random, ENDINGS);
      names.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }
    return List.copyOf(names);
  }

  private static String syllables(Random random, int count) {
    StringBuilder word = new StringBuilder();
    for (int syllable = 0; syllable < count; syllable++) {
      word.append(pick(random, ONSETS)).append(pick(random, VOWELS));
    }
    return word.toString();
  }

  private static String pick(Random random, String[] from) {
    return from[random.nextInt(from.length)];
  }

  static String id(int number) {
    return "00000000-0000-7000-8000-%012d".formatted(number);
  }

  WrittenPaper paper(int number) {
    Random random = new Random(number);
    WrittenPaper paper = new WrittenPaper(id(number), "Memorándum " + sentence(random, spanish, 6));
    paper.record.put("collection", "Colección " + random.nextInt(40));
    paper.record.putArray("people").add(name(random)).add(name(random));
    paper.record.putArray("places").add("Plaza " + random.nextInt(200));
    paper.dated(1900 + random.nextInt(80), 1 + random.nextInt(12));
    for (int sentence = 0; sentence < SENTENCES; sentence++) {
      int length = 6 + random.nextInt(20);
      paper.sentence(
          sentence(random, spanish, length) + ".", sentence(random, english, length) + ".");
    }
    return paper;
  }

  private String sentence(Random random, List<String> words, int length) {
    StringBuilder sentence = new StringBuilder();
    for (int word = 0; word < length; word++) {
      if (word > 0) {
        sentence.append(' ');
      }
      sentence.append(random.nextInt(25) == 0 ? name(random) : words.get(rank(random)));
    }
    return sentence.toString();
  }

  String name(Random random) {
    return names.get((int) (Math.pow(random.nextDouble(), 3) * NAMES));
  }

  /** A Spanish word neither so frequent that it says nothing nor so rare that it is not there. */
  String soughtSpanish(Random random) {
    return spanish.get(300 + random.nextInt(5_000));
  }

  String soughtEnglish(Random random) {
    return english.get(300 + random.nextInt(5_000));
  }

  /** By Zipf's law over the logarithm of the rank. */
  private static int rank(Random random) {
    return (int) Math.pow(WORDS, random.nextDouble()) - 1;
  }
}
