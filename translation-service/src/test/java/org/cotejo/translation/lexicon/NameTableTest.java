package org.cotejo.translation.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameTableTest {
  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);

  @Test
  void countsLinksAndDocumentsOfEachPair() {
    // Given
    NameTable table = new NameTable(10);
    // When
    table.add(FIRST, "Khrushchev", "Jruschov");
    table.add(FIRST, "Khrushchev", "Jruschov");
    table.add(FIRST, "Moreno", "Moreno");
    table.add(SECOND, "Khrushchev", "Jruschov");
    // Then
    assertEquals(
        List.of(
            new NamePair("Khrushchev", "Jruschov", 3, 2, List.of(FIRST, SECOND)),
            new NamePair("Moreno", "Moreno", 1, 1, List.of(FIRST))),
        table.build());
  }

  @Test
  void keepsTheMostSeenAndAShortSample() {
    // Given
    NameTable table = new NameTable(1);
    for (int document = 1; document <= 9; document++) {
      table.add(new UUID(0, document), "Moscow", "Mosc\u00fa");
    }
    table.add(FIRST, "Prague", "Praga");
    // When
    List<NamePair> kept = table.build();
    // Then
    assertEquals(1, kept.size());
    assertEquals(9, kept.getFirst().documents());
    assertEquals(5, kept.getFirst().sample().size());
  }
}
