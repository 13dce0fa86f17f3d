package org.cotejo.translation.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedWord;
import org.cotejo.translation.reading.TypedPage;
import org.junit.jupiter.api.Test;

/** Words that were not read stand where the person's file says, moved onto the scan. */
class SuppliedPlacesTest {
  private static final String[] PAGE = {
    "El vapor Esperanza llegó al puerto el lunes",
    "con doce cajas de fusiles bajo la carga de sal",
    "y el capitán dijo que nadie le había preguntado",
    "por ellas en la aduana de la isla del Norte",
  };

  private final TextPlacer placer = new TextPlacer(PlacementSettings.standard());

  /** The image that a file belongs to, beside the scan: turned, sized and cropped. */
  private record Image(double turn, double size, double left, double top) {
    SuppliedBox box(Box box) {
      double x = box.x() + box.width() / 2.0;
      double y = box.y() + box.height() / 2.0;
      double middleX = (x * Math.cos(turn) - y * Math.sin(turn)) * size + left;
      double middleY = (x * Math.sin(turn) + y * Math.cos(turn)) * size + top;
      double width = box.width() * size;
      double height = box.height() * size;
      return new SuppliedBox(1, middleX - width / 2, middleY - height / 2, width, height);
    }
  }

  @Test
  void wordAndLineThatWereNotReadStandWhereTheFileSays() {
    // Given: a word of the first line and the whole third were not read
    TranscribedPage whole = TypedPage.of(1, PAGE);
    TranscribedPage read =
        TypedPage.of(1, PAGE[0].replace("Esperanza", "         "), PAGE[1], "", PAGE[3]);
    Image image = new Image(Math.toRadians(1.2), 0.42, -60, 35);
    // When
    List<TranscribedWord> placed = placed(read, supplied(whole, image));
    // Then
    List<TranscribedWord> truth = TextPlacerTest.words(whole);
    assertEquals(texts(truth), texts(placed));
    for (int at = 0; at < truth.size(); at++) {
      TranscribedWord word = placed.get(at);
      boolean unread = word.text().equals("Esperanza") || lineOf(whole, at) == 2;
      assertEquals(unread ? Placement.SUPPLIED : Placement.MATCHED, word.placement(), word.text());
      assertNear(truth.get(at).box(), word.box(), 2);
    }
  }

  @Test
  void anyTurnSizeAndCropIsFound() {
    Random random = new Random(11);
    TranscribedPage whole = TypedPage.of(1, PAGE);
    TranscribedPage read = TypedPage.of(1, PAGE[0], PAGE[1], "", PAGE[3]);
    for (int round = 0; round < 200; round++) {
      Image image =
          new Image(
              Math.toRadians(random.nextDouble(-3, 3)),
              Math.exp(random.nextDouble(-3, 3)),
              random.nextDouble(-500, 500),
              random.nextDouble(-500, 500));
      // When
      List<TranscribedWord> placed = placed(read, supplied(whole, image));
      // Then
      List<TranscribedWord> truth = TextPlacerTest.words(whole);
      for (int at = 0; at < truth.size(); at++) {
        assertNear(truth.get(at).box(), placed.get(at).box(), 2);
      }
    }
  }

  @Test
  void wordThatTheFileHasElsewhereDoesNotMoveTheOthers() {
    // Given: a word in common stands far away in the file
    TranscribedPage whole = TypedPage.of(1, PAGE);
    TranscribedPage read = TypedPage.of(1, PAGE[0], PAGE[1], "", PAGE[3]);
    List<SuppliedWord> words = new ArrayList<>(supplied(whole, new Image(0, 0.5, 0, 0)));
    SuppliedWord astray = words.get(4);
    words.set(
        4,
        new SuppliedWord(
            astray.text(), astray.line(), Optional.of(new SuppliedBox(1, 4000, 4000, 50, 20))));
    // When
    List<TranscribedWord> placed = placed(read, words);
    // Then
    List<TranscribedWord> truth = TextPlacerTest.words(whole);
    for (int at = 0; at < truth.size(); at++) {
      assertNear(truth.get(at).box(), placed.get(at).box(), 2);
    }
  }

  @Test
  void fewWordsInCommonAreNoMap() {
    // Given
    TranscribedPage whole = TypedPage.of(1, "El vapor Esperanza llegó", "el lunes por la noche");
    TranscribedPage read = TypedPage.of(1, "El vapor           llegó", "el lunes");
    // When
    List<TranscribedWord> placed = placed(read, supplied(whole, new Image(0, 0.5, 0, 0)));
    // Then
    assertEquals(Placement.INTERPOLATED, placed.get(2).placement());
  }

  @Test
  void wordsOfOneLineSayNothingOfTheOthers() {
    // Given: all in common stand on one line
    TranscribedPage whole =
        TypedPage.of(1, "uno dos tres cuatro cinco seis siete ocho nueve", "diez once");
    TranscribedPage read = TypedPage.of(1, "uno dos tres cuatro cinco seis siete ocho nueve");
    // When
    List<TranscribedWord> placed = placed(read, supplied(whole, new Image(0, 0.5, 0, 0)));
    // Then
    assertEquals(Placement.INTERPOLATED, placed.getLast().placement());
    assertTrue(placed.getLast().box().y() > placed.getFirst().box().y());
  }

  private List<TranscribedWord> placed(TranscribedPage read, List<SuppliedWord> words) {
    SuppliedText text = new SuppliedText(words, new TreeMap<>());
    return TextPlacerTest.words(placer.place(List.of(read), 1, text).pages().getFirst());
  }

  private static List<SuppliedWord> supplied(TranscribedPage whole, Image image) {
    List<SuppliedWord> words = new ArrayList<>();
    List<TranscribedLine> lines = whole.regions().getFirst().lines();
    for (int line = 0; line < lines.size(); line++) {
      for (TranscribedWord word : lines.get(line).words()) {
        words.add(new SuppliedWord(word.text(), line, Optional.of(image.box(word.box()))));
      }
    }
    return words;
  }

  private static int lineOf(TranscribedPage page, int word) {
    int left = word;
    int line = 0;
    while (left >= page.regions().getFirst().lines().get(line).words().size()) {
      left -= page.regions().getFirst().lines().get(line).words().size();
      line++;
    }
    return line;
  }

  private static List<String> texts(List<TranscribedWord> words) {
    return words.stream().map(TranscribedWord::text).toList();
  }

  private static void assertNear(Box expected, Box actual, int pixels) {
    String both = expected + " and " + actual;
    assertEquals(expected.x(), actual.x(), pixels, both);
    assertEquals(expected.y(), actual.y(), pixels, both);
    assertEquals(expected.right(), actual.right(), pixels, both);
    assertEquals(expected.bottom(), actual.bottom(), pixels, both);
  }
}
