package org.cotejo.local.launcher.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.cotejo.local.launcher.Refusal;
import org.junit.jupiter.api.Test;

class LogSegmentsTest {
  @Test
  void namesGoOverTheEndOfAHighPart() {
    assertEquals(
        List.of(
            "0000000100000002000000FE",
            "0000000100000002000000FF",
            "000000010000000300000000",
            "000000010000000300000001"),
        LogSegments.between("0000000100000002000000FE", "000000010000000300000001"));
    assertEquals(
        List.of("000000010000000000000001"),
        LogSegments.between("000000010000000000000001", "000000010000000000000001"));
  }

  @Test
  void refusesWhatIsNoRange() {
    String name = "000000010000000000000005";
    assertThrows(Refusal.class, () -> LogSegments.between(name, "000000020000000000000006"));
    assertThrows(Refusal.class, () -> LogSegments.between(name, "000000010000000000000004"));
    assertThrows(Refusal.class, () -> LogSegments.between(name, "000000010000001100000005"));
  }
}
