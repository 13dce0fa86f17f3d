package org.cotejo.translation.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditorialAnnotationsTest {
  @Test
  void tellsTheKindsApart() {
    assertEquals(
        List.of(
            EditorialAnnotation.Kind.SQUARE,
            EditorialAnnotation.Kind.NOTE,
            EditorialAnnotation.Kind.ROUND,
            EditorialAnnotation.Kind.NOTE),
        EditorialAnnotations.find(
                "Ruiz [the consul] sent the plan [i.e., draft-ed.] (by sea) to Valdroa [sic].")
            .stream()
            .map(EditorialAnnotation::kind)
            .toList());
  }

  @Test
  void masksSquareBracketsAndKeepsEveryOffset() {
    assertEquals(
        "Ruiz              (by sea) left.",
        EditorialAnnotations.masked("Ruiz [the consul] (by sea) left."));
  }

  @Test
  void leavesABracketThatIsNeverClosed() {
    assertEquals(List.of(), EditorialAnnotations.find("Ruiz [the consul left.\nHe] came."));
  }
}
