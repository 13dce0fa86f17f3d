package org.cotejo.local.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cotejo.local.infrastructure.ProcessSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCacheTest {
  @TempDir Path folder;
  private StartupCache caches;
  private ProcessSpec spec;
  private Path jar;

  @BeforeEach
  void prepare() throws Exception {
    caches = new StartupCache(Files.createDirectories(folder.resolve("aot")));
    jar = Files.writeString(Files.createDirectories(folder.resolve("app")).resolve("a.jar"), "1");
    spec =
        new ProcessSpec(
            "a-service", List.of("java", "-Xmx64m", "-jar", jar.toString()), Map.of(), folder);
  }

  @Test
  void trainsOnceAndUsesTheCacheFromThenOn() throws Exception {
    // Given
    StartupCache.Cached first = caches.apply(spec);
    Files.writeString(first.written(), "cache");
    caches.collect(first);
    // When
    StartupCache.Cached second = caches.apply(spec);
    // Then
    assertTrue(first.spec().command().contains("-XX:AOTCacheOutput=" + first.written()));
    assertFalse(second.trains());
    assertTrue(second.spec().command().contains("-XX:AOTCache=" + first.cache()));
  }

  @Test
  void trainsAgainWhenAJarHasChangedAndDropsTheOldCache() throws Exception {
    // Given
    StartupCache.Cached first = caches.apply(spec);
    Files.writeString(first.written(), "cache");
    caches.collect(first);
    Files.writeString(jar, "another");
    // When
    StartupCache.Cached second = caches.apply(spec);
    Files.writeString(second.written(), "cache");
    caches.collect(second);
    // Then
    assertTrue(second.trains());
    assertNotEquals(first.cache(), second.cache());
    assertFalse(Files.exists(first.cache()));
  }

  @Test
  void carriesOnWithoutACacheWhenTheProcessWroteNone() {
    // Given
    StartupCache.Cached first = caches.apply(spec);
    // When
    caches.collect(first);
    // Then
    assertTrue(caches.apply(spec).trains());
  }

  @Test
  void removesWhatAKilledLauncherLeft() throws Exception {
    // Given
    Path mine = caches.apply(spec).written();
    Files.writeString(mine, "");
    Path abandoned = Files.writeString(caches.folder().resolve("a-0.aot.999999999.part"), "");
    // When
    caches.removeUnfinished();
    // Then
    assertEquals(List.of(true, false), List.of(Files.exists(mine), Files.exists(abandoned)));
  }
}
