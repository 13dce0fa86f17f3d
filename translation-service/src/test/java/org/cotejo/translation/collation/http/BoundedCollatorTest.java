package org.cotejo.translation.collation.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.cotejo.problems.Problem;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Lexica;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Method;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.collation.Rule;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.segmentation.Segment;
import org.cotejo.translation.segmentation.SegmentKind;
import org.junit.jupiter.api.Test;

class BoundedCollatorTest {
  private static final String SOURCE = "Esperó dos años.";
  private static final String TARGET = "He waited three years.";
  private static final int TOGETHER = SOURCE.length() + TARGET.length();

  private final Reading reading =
      new Reading(
          new ReadingText(SOURCE, List.of(), List.of(), List.of(), List.of()),
          List.of(segment(SOURCE)),
          List.of(1));
  private final Bitext bitext =
      new Bitext(
          "es",
          "en",
          "",
          new Method("lexical", "1", "lexical-1-test"),
          TARGET,
          List.of(segment(TARGET)),
          List.of(),
          List.of(new Link(List.of(0), List.of(0), .9)),
          List.of(),
          List.of());

  @Test
  void collatesTextsUpToTheLimit() {
    // When
    var found = new BoundedCollator(new Limits(TOGETHER, 1), Lexica.NONE).collate(reading, bitext);
    // Then
    assertTrue(found.stream().anyMatch(finding -> finding.rule() == Rule.NUMBER));
  }

  @Test
  void refusesTextsBeyondTheLimit() {
    // Given
    BoundedCollator collator = new BoundedCollator(new Limits(TOGETHER - 1, 1), Lexica.NONE);
    // When
    Problem refused = assertThrows(Problem.class, () -> collator.collate(reading, bitext));
    // Then
    assertEquals(422, refused.status());
    assertEquals("collation.too-long", refused.code());
  }

  @Test
  void asksToComeAgainWhenNoTurnIsFree() {
    // Given
    BoundedCollator collator = new BoundedCollator(new Limits(TOGETHER, 0), Lexica.NONE);
    // When
    Problem refused = assertThrows(Problem.class, () -> collator.collate(reading, bitext));
    // Then
    assertEquals(503, refused.status());
    assertEquals("collation.busy", refused.code());
  }

  @Test
  void givesItsTurnBack() {
    // Given
    BoundedCollator collator = new BoundedCollator(new Limits(TOGETHER, 1), Lexica.NONE);
    // When
    var first = collator.collate(reading, bitext);
    // Then
    assertEquals(first, collator.collate(reading, bitext));
  }

  private static Segment segment(String text) {
    return new Segment(0, text.length(), SegmentKind.SENTENCE, 1);
  }

  /** A limit of the tests. */
  private record Limits(int characters, int parallel) implements CollationLimits {
    @Override
    public Duration patience() {
      return Duration.ZERO;
    }

    @Override
    public int note() {
      return 1;
    }
  }
}
