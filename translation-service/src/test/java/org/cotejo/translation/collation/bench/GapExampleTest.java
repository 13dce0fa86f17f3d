package org.cotejo.translation.collation.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.cotejo.translation.collation.GapKind;
import org.cotejo.translation.collation.GapLook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GapExampleTest {

  @ParameterizedTest
  @EnumSource
  void isReadFromItsLineWhateverStandsBehind(GapKind kind) {
    // Given
    GapLook look = new GapLook(0, kind, Collections.nCopies(kind.quantities().size(), -.125));
    GapExample example = new GapExample("letters/2-alone", false, true, look);
    // When
    GapExample read = GapExample.of(example.line() + "\tThey left 3\tat night.");
    // Then
    assertEquals(example, read);
    assertEquals("letters", read.set());
    assertFalse(read.withArchive());
    assertTrue(new GapExample("letters/2", false, true, look).withArchive());
  }
}
