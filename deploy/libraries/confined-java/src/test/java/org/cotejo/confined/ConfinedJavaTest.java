package org.cotejo.confined;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfinedJavaTest {
  private static final ConfinedLimits LIMITS =
      new ConfinedLimits(32, Duration.ofSeconds(5), Duration.ofSeconds(60), 100);

  /** A program of every kind of manners. */
  public static final class Guest {
    private Guest() {}

    public static void main(String[] arguments) throws InterruptedException {
      switch (arguments[0]) {
        case "greets" -> System.out.print("hello " + arguments[1]);
        case "hoards" -> {
          List<byte[]> hoard = new ArrayList<>();
          while (hoard.size() >= 0) {
            hoard.add(new byte[1 << 20]);
          }
        }
        case "spins" -> {
          long turns = 0;
          while (turns >= 0) {
            turns = (turns + 1) & 0xFFFF;
          }
        }
        case "chatters" -> System.out.print("x".repeat(200));
        case "sleeps" -> Thread.sleep(Duration.ofMinutes(5));
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    }
  }

  @Test
  void answerIsWhatTheProgramWrote() throws IOException {
    Outcome outcome = run(LIMITS, "greets", "you");
    assertEquals("hello you", assertInstanceOf(Outcome.Answered.class, outcome).text());
  }

  @Test
  void programThatWantsTooMuchIsEnded() throws IOException {
    assertEquals(new Outcome.Exhausted(Outcome.Limit.MEMORY), run(LIMITS, "hoards"));
    assertEquals(new Outcome.Exhausted(Outcome.Limit.OUTPUT), run(LIMITS, "chatters"));
    assertEquals(new Outcome.Exhausted(Outcome.Limit.MEMORY), run(LIMITS, "fails"));
    assertEquals(
        new Outcome.Exhausted(Outcome.Limit.PROCESSOR_TIME),
        run(new ConfinedLimits(32, Duration.ofSeconds(1), Duration.ofSeconds(60), 100), "spins"));
  }

  @Test
  void machineThatIsTooBusyIsNotTheFaultOfTheProgram() {
    ConfinedLimits hasty =
        new ConfinedLimits(32, Duration.ofSeconds(5), Duration.ofSeconds(2), 100);
    assertThrows(IOException.class, () -> run(hasty, "sleeps"));
  }

  private static Outcome run(ConfinedLimits limits, String... arguments) throws IOException {
    return new ConfinedJava(Guest.class, List.of(), limits).run(List.of(arguments));
  }
}
