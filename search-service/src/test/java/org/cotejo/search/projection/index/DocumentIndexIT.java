package org.cotejo.search.projection.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentIndexIT {
  /** An index that another instance has made a moment ago; its shard is not there yet. */
  @Test
  void theFirstGetWaitsUntilTheIndexCanBeRead() throws IOException, InterruptedException {
    try (BareIndex elasticsearch = new BareIndex()) {
      // Given
      elasticsearch.allocate(false);
      elasticsearch.createWithoutWaiting("unready");
      Thread later =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      Thread.sleep(1_500);
                      elasticsearch.allocate(true);
                    } catch (IOException | InterruptedException failure) {
                      throw new IllegalStateException(failure);
                    }
                  });
      // When
      Optional<Long> version = elasticsearch.unready("unready").version("nothing");
      // Then
      assertEquals(Optional.empty(), version);
      later.join();
    }
  }
}
