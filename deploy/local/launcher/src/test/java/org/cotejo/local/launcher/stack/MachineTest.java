package org.cotejo.local.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.cotejo.local.launcher.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  private static final long GIGABYTE = 1L << 30;

  @Test
  void refusesASmallDisk() {
    Machine machine = new Machine(OptionalLong.of(8 * GIGABYTE), GIGABYTE * 3 / 2);
    assertEquals(
        "the local stack needs 2 GB of free disk space, and the data folder's disk has 1.5 GB",
        assertThrows(Refusal.class, machine::check).getMessage());
  }

  @Test
  void refusesLittleMemory() {
    Machine machine = new Machine(OptionalLong.of(GIGABYTE * 5 / 2), 50 * GIGABYTE);
    assertEquals(
        "the local stack needs 3 GB of available memory, and this machine has 2.5 GB",
        assertThrows(Refusal.class, machine::check).getMessage());
  }

  @Test
  void takesAMachineThatDoesNotTellItsMemory() {
    assertDoesNotThrow(new Machine(OptionalLong.empty(), 50 * GIGABYTE)::check);
  }

  @Test
  void measuresAFolderThatIsNotThereYet(@TempDir Path folder) {
    assertTrue(Machine.measure(folder.resolve("a/b")).diskBytes() > 0);
  }
}
