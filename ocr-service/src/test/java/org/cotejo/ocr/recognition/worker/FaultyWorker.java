package org.cotejo.ocr.recognition.worker;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.EngineDescription;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.recognition.Recogniser;
import org.cotejo.ocr.recognition.Word;
import org.cotejo.ocr.surrogates.PageFailure;
import org.jboss.logging.Logger;

/**
 * A worker whose engine does what the "image" says: a word is read, a fault happens. A program of
 * its own in place of the one that has Tesseract.
 */
public final class FaultyWorker {
  /** A page as wide as this in pixels crashes the engine, whatever is on it. */
  static final int FATAL_WIDTH = 777;

  /** How the process is started. */
  static WorkerCommand command() {
    return command(FaultyWorker.class, List.of());
  }

  /** The same with another main class of the tests. */
  static WorkerCommand command(Class<?> main, List<String> arguments) {
    return new WorkerCommand(
        List.of(
            WorkerCommand.place(main),
            WorkerCommand.place(WorkerLoop.class),
            WorkerCommand.place(Logger.class)),
        main.getName(),
        arguments);
  }

  private FaultyWorker() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    WorkerLoop loop = WorkerLoop.onStandardStreams();
    loop.serve(new Engine(loop::goesOn));
  }

  /** A page whose image is one of the words that {@link Engine} understands. */
  static PageScan page(String image) {
    return new PageScan(image.getBytes(StandardCharsets.UTF_8), 100, 100, 300);
  }

  static final class Engine implements Recogniser {
    private final Runnable step;

    Engine() {
      this(() -> {});
    }

    Engine(Runnable step) {
      this.step = step;
    }

    @Override
    public EngineDescription describe(List<LanguageTag> languages) {
      return new EngineDescription("faulty", "1", new TreeMap<>(), List.of());
    }

    @Override
    public SortedSet<String> models() {
      return new TreeSet<>();
    }

    @Override
    public List<Block> read(PageScan page, List<LanguageTag> languages, Duration limit) {
      if (page.widthPixels() == FATAL_WIDTH) {
        Runtime.getRuntime().halt(134);
      }
      String[] image = new String(page.png(), StandardCharsets.UTF_8).split(" ", 2);
      switch (image[0]) {
        case "crash" -> Runtime.getRuntime().halt(134);
        case "crash-once" -> crashOnce(Path.of(image[1]));
        case "hang" -> hang();
        case "walk" -> walk(Path.of(image[1]));
        case "fill" -> fill();
        case "fill-heap" -> fillHeap();
        case "fail" -> throw new PageFailure("recognition.engine-failed", "It could not.");
        case "stumble" -> throw new IllegalStateException("no models");
        case "babble" -> System.out.println("a library prints what it likes");
        default -> {
          // Read below.
        }
      }
      String word = image[0].matches("[a-z0-9-]+") ? image[0] : "page";
      return List.of(
          new Block(List.of(new Line(List.of(new Word(word, new Box(1, 2, 3, 4), 0.1))))));
    }

    private static void crashOnce(Path mark) {
      if (mark.toFile().delete()) {
        Runtime.getRuntime().halt(139);
      }
    }

    /** Goes on for as long as the file is there. */
    private void walk(Path mark) {
      while (mark.toFile().exists()) {
        step.run();
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }

    private static void hang() {
      while (true) {
        LockSupport.parkNanos(Duration.ofHours(1).toNanos());
      }
    }

    /** Memory outside the heap, as Tesseract takes it; one page of each 4 KB is touched. */
    private static void fill() {
      Arena arena = Arena.global();
      while (true) {
        MemorySegment taken = arena.allocate(16 << 20);
        taken.fill((byte) 1);
      }
    }

    private static void fillHeap() {
      java.util.ArrayList<byte[]> taken = new java.util.ArrayList<>();
      while (true) {
        taken.add(new byte[1 << 20]);
      }
    }
  }

  /** Makes the mark that lets {@code crash-once} crash. */
  static Path mark(Path folder) throws IOException {
    return Files.createFile(folder.resolve("crash"));
  }
}
