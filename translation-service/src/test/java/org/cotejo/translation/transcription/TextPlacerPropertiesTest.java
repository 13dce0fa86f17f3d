package org.cotejo.translation.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.RegionType;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.reading.TranscribedWord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * What holds for every text and every reading of it: pages are made up, typed, and read with
 * losses, errors, splits, joins and dirt.
 */
class TextPlacerPropertiesTest {
  private static final int WIDTH = 2000;
  private static final int HEIGHT = 3000;
  private static final int CHARACTER = 20;
  private static final int PITCH = 60;
  private static final int LINE_HEIGHT = 40;
  private static final int LINE_LENGTH = 70;
  private static final int LINES = 40;
  private static final String[] SYLLABLES = {
    "ta", "ri", "con", "me", "lo", "san", "pe", "dor", "il", "gua", "né", "fra", "ku", "zot"
  };

  /**
   * A word as it was typed.
   *
   * @param text of it
   * @param page from 1
   * @param line from 0 on its page
   * @param box of it
   */
  private record Typed(String text, int page, int line, Box box) {}

  @RepeatedTest(60)
  void everyWordHasItsBoxInOrder(RepetitionInfo repetition) {
    // Given
    Random random = new Random(repetition.getCurrentRepetition());
    List<Typed> typed = typed(random, 1 + random.nextInt(3));
    List<TranscribedPage> read = read(typed, random);
    boolean lines = random.nextBoolean();
    SuppliedText text = PlainTranscription.read(written(typed, lines));
    // When
    PlacedText placed = new TextPlacer(PlacementSettings.standard()).place(read, read.size(), text);
    // Then
    List<Typed> found = found(placed.pages());
    assertEquals(
        typed.stream().map(Typed::text).toList(), found.stream().map(Typed::text).toList());
    boxesAreInsideTheirLinesAndPages(placed.pages());
    matchedWordsHaveTheBoxThatWasRead(placed.pages(), read);
    mostWordsAreOnTheirLine(typed, found);
  }

  private static void boxesAreInsideTheirLinesAndPages(List<TranscribedPage> pages) {
    for (TranscribedPage page : pages) {
      for (TranscribedRegion region : page.regions()) {
        for (TranscribedLine line : region.lines()) {
          for (TranscribedWord word : line.words()) {
            assertEquals(line.box(), line.box().union(word.box()), word.text());
            assertTrue(word.box().right() <= WIDTH && word.box().bottom() <= HEIGHT);
          }
        }
      }
    }
  }

  private static void matchedWordsHaveTheBoxThatWasRead(
      List<TranscribedPage> placed, List<TranscribedPage> read) {
    for (int page = 0; page < placed.size(); page++) {
      List<TranscribedWord> there = TextPlacerTest.words(read.get(page));
      for (TranscribedWord word : TextPlacerTest.words(placed.get(page))) {
        if (word.placement() == Placement.MATCHED) {
          assertTrue(
              there.stream()
                  .anyMatch(one -> one.text().equals(word.text()) && one.box().equals(word.box())),
              word.text());
        }
      }
    }
  }

  private static void mostWordsAreOnTheirLine(List<Typed> typed, List<Typed> found) {
    int right = 0;
    for (int k = 0; k < typed.size(); k++) {
      Box line = typed.get(k).box();
      Box box = found.get(k).box();
      int middle = box.y() + box.height() / 2;
      if (typed.get(k).page() == found.get(k).page()
          && middle >= line.y()
          && middle < line.bottom()) {
        right++;
      }
    }
    double share = right / (double) typed.size();
    assertTrue(share >= .97, () -> "only " + share + " of the words are on their line");
  }

  private static List<Typed> found(List<TranscribedPage> pages) {
    List<Typed> found = new ArrayList<>();
    for (TranscribedPage page : pages) {
      for (TranscribedWord word : TextPlacerTest.words(page)) {
        found.add(new Typed(word.text(), page.page(), 0, word.box()));
      }
    }
    return found;
  }

  private static List<Typed> typed(Random random, int pages) {
    List<Typed> typed = new ArrayList<>();
    for (int page = 1; page <= pages; page++) {
      for (int line = 0; line < LINES; line++) {
        int column = 0;
        while (true) {
          String word = word(random);
          if (column + word.length() > LINE_LENGTH) {
            break;
          }
          Box box =
              new Box(
                  200 + column * CHARACTER,
                  200 + line * PITCH,
                  word.length() * CHARACTER,
                  LINE_HEIGHT);
          typed.add(new Typed(word, page, line, box));
          column += word.length() + 1;
        }
      }
    }
    return typed;
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int k = 0; k <= random.nextInt(4); k++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  private static String written(List<Typed> typed, boolean lines) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < typed.size(); k++) {
      boolean same = k > 0 && typed.get(k).line() == typed.get(k - 1).line();
      text.append(k == 0 ? "" : same || !lines ? " " : "\n").append(typed.get(k).text());
    }
    return text.toString();
  }

  /** What a recogniser makes of the pages: a twentieth lost, a tenth misread, some dirt. */
  private static List<TranscribedPage> read(List<Typed> typed, Random random) {
    Map<String, List<TranscribedWord>> lines = new HashMap<>();
    int pages = 1;
    for (Typed word : typed) {
      List<TranscribedWord> line =
          lines.computeIfAbsent(word.page() + " " + word.line(), key -> new ArrayList<>());
      pages = Math.max(pages, word.page());
      int luck = random.nextInt(100);
      if (luck < 5) {
        continue;
      }
      if (luck < 15) {
        line.add(new TranscribedWord(misread(word.text(), random), word.box(), .6));
      } else if (luck < 18 && word.text().length() > 4) {
        int half = word.box().width() / 2;
        Box box = word.box();
        line.add(
            new TranscribedWord(
                word.text().substring(0, word.text().length() / 2),
                new Box(box.x(), box.y(), half, box.height()),
                .6));
        line.add(
            new TranscribedWord(
                word.text().substring(word.text().length() / 2),
                new Box(box.x() + half, box.y(), box.width() - half, box.height()),
                .6));
      } else {
        line.add(new TranscribedWord(word.text(), word.box(), .9));
      }
    }
    List<TranscribedPage> read = new ArrayList<>();
    for (int page = 1; page <= pages; page++) {
      read.add(page(page, lines));
    }
    return read;
  }

  private static TranscribedPage page(int page, Map<String, List<TranscribedWord>> lines) {
    List<TranscribedLine> read = new ArrayList<>();
    for (int line = 0; line < LINES; line++) {
      List<TranscribedWord> words = lines.getOrDefault(page + " " + line, List.of());
      if (!words.isEmpty()) {
        Box whole = words.stream().map(TranscribedWord::box).reduce(Box::union).orElseThrow();
        read.add(new TranscribedLine("l" + line, whole, words));
      }
    }
    return new TranscribedPage(
        page, WIDTH, HEIGHT, List.of(new TranscribedRegion("r1", RegionType.BODY, 1, read)));
  }

  private static String misread(String word, Random random) {
    StringBuilder misread = new StringBuilder(word);
    misread.setCharAt(random.nextInt(word.length()), "0x|'&".charAt(random.nextInt(5)));
    return misread.toString();
  }
}
