package org.cotejo.ingest.fixity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedRoundTest {
  private static final long MEGABYTE = 1_000_000;
  private static final List<StoredFile> FILES =
      List.of(
          new StoredFile("originals/a", "a", 10 * MEGABYTE),
          new StoredFile("originals/b", "b", 2 * MEGABYTE),
          new StoredFile("originals/c", "c", 4 * MEGABYTE));

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> rests = new ArrayList<>();

  private PacedRound round(int restsUntilTheEnd) {
    return new PacedRound(
        new Pace(2 * MEGABYTE),
        nanos::get,
        time -> {
          rests.add(time);
          nanos.addAndGet(time.toNanos());
          return rests.size() < restsUntilTheEnd;
        });
  }

  @Test
  void restsSoLongThatThePaceIsKept() {
    // When each file takes half a second to read
    int looked =
        round(10)
            .run(
                FILES,
                file -> {
                  nanos.addAndGet(Duration.ofMillis(500).toNanos());
                  return OptionalLong.of(file.sizeBytes());
                });
    // Then 16 MB take 8 s
    assertEquals(3, looked);
    assertEquals(Duration.ofSeconds(8), Duration.ofNanos(nanos.get()));
    assertEquals(
        List.of(Duration.ofMillis(4500), Duration.ofMillis(500), Duration.ofMillis(1500)), rests);
  }

  @Test
  void waitsWithTheRestWhenTheStoreDoesNotAnswer() {
    assertEquals(
        1,
        round(10)
            .run(
                FILES,
                file ->
                    file.digest().equals("a")
                        ? OptionalLong.of(file.sizeBytes())
                        : OptionalLong.empty()));
  }

  @Test
  void leavesOffWhenTheServiceStops() {
    assertEquals(2, round(2).run(FILES, file -> OptionalLong.of(file.sizeBytes())));
  }
}
