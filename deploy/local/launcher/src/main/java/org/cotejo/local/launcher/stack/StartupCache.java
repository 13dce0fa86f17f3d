package org.cotejo.local.launcher.stack;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotejo.local.infrastructure.ProcessSpec;

/**
 * The ahead-of-time caches of the Java processes (JEP 483, 514, 515): the first run of a program
 * writes one when it ends, later runs start from it in a fraction of the time. A cache belongs to
 * one state of the jars and one Java; after a change the next run writes another.
 *
 * @param folder of the caches; empty ones are harmless, so it may be removed at any time
 */
public record StartupCache(Path folder) {
  private static final int KEY_DIGITS = 16;
  private static final Pattern UNFINISHED = Pattern.compile(".*\\.aot\\.(\\d{1,18})\\.part");

  /**
   * A process with its cache.
   *
   * @param spec what to start
   * @param trains whether it writes the cache when it ends, which takes seconds
   * @param written where it writes it
   * @param cache where the cache belongs
   */
  record Cached(ProcessSpec spec, boolean trains, Path written, Path cache) {}

  /** Adds to a Java command what reads or writes its cache. */
  Cached apply(ProcessSpec spec) {
    Path cache = folder.resolve(spec.name() + "-" + key(spec.command()) + ".aot");
    boolean trains = !Files.exists(cache);
    Path written =
        folder.resolve(cache.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    List<String> command = new ArrayList<>(spec.command());
    // A cache that does not fit is left aside without a word.
    command.add(1, "-Xlog:aot*=off,cds*=off");
    command.add(2, trains ? "-XX:AOTCacheOutput=" + written : "-XX:AOTCache=" + cache);
    return new Cached(
        new ProcessSpec(spec.name(), command, spec.environment(), spec.workingFolder()),
        trains,
        written,
        cache);
  }

  /** Puts in place what a process that has ended has written, if it has. */
  void collect(Cached cached) {
    try {
      if (cached.trains() && Files.exists(cached.written())) {
        Files.move(cached.written(), cached.cache(), StandardCopyOption.ATOMIC_MOVE);
        removeOthers(cached.spec().name(), cached.cache());
      }
    } catch (IOException failure) {
      // Starting is slower without; nothing else.
    }
  }

  /** Removes what launchers that were killed have left. */
  void removeUnfinished() {
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path file : files.filter(StartupCache::abandoned).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      // They only take space.
    }
  }

  private static boolean abandoned(Path file) {
    Matcher unfinished = UNFINISHED.matcher(file.getFileName().toString());
    return unfinished.matches() && ProcessHandle.of(Long.parseLong(unfinished.group(1))).isEmpty();
  }

  private void removeOthers(String name, Path kept) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String other = file.getFileName().toString();
        if (other.matches(name + "-[0-9a-f]+\\.aot") && !file.equals(kept)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static String key(List<String> command) {
    StringBuilder text = new StringBuilder(Runtime.version().toString()).append('\n');
    command.stream()
        .filter(word -> word.startsWith("-X") || word.startsWith("--"))
        .forEach(word -> text.append(word).append('\n'));
    for (Path jar : jars(command)) {
      text.append(jar)
          .append(' ')
          .append(jar.toFile().length())
          .append(' ')
          .append(jar.toFile().lastModified())
          .append('\n');
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, KEY_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Path> jars(List<String> command) {
    List<Path> jars = new ArrayList<>();
    for (int position = 0; position + 1 < command.size(); position++) {
      String value = command.get(position + 1);
      switch (command.get(position)) {
        case "-jar" -> jars.addAll(below(Path.of(value).resolveSibling("")));
        case "--module-path" -> jars.addAll(below(Path.of(value)));
        case "-cp" -> {
          for (String entry : value.split(File.pathSeparator, -1)) {
            jars.addAll(below(Path.of(entry.replaceAll("/\\*$", ""))));
          }
        }
        default -> {}
      }
    }
    return jars;
  }

  private static List<Path> below(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException failure) {
      return List.of();
    }
  }
}
