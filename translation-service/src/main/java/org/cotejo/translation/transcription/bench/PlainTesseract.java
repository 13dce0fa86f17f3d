package org.cotejo.translation.transcription.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.RegionType;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.reading.TranscribedWord;

/**
 * Reads pages with the plain program {@code tesseract} (page segmentation 3), whose table of words
 * has twelve columns: level, page, block, paragraph, line, word, box, confidence, text.
 */
final class PlainTesseract {
  private static final int COLUMNS = 12;
  private static final String PAGE_LEVEL = "1";
  private static final String WORD_LEVEL = "5";
  private static final double PERCENT = 100;

  private PlainTesseract() {}

  /**
   * What the program reads on a page.
   *
   * @param models names of its language models, joined by {@code +}
   */
  static TranscribedPage read(Path image, int page, String models) throws IOException {
    List<String> command =
        List.of("tesseract", image.toString(), "stdout", "-l", models, "--psm", "3", "tsv");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process program = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String table = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (program.waitFor() != 0) {
        throw new IOException("tesseract failed on " + image);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
    return page(table, page);
  }

  private static TranscribedPage page(String table, int page) {
    int width = 1;
    int height = 1;
    Map<String, Map<String, List<TranscribedWord>>> blocks = new LinkedHashMap<>();
    for (String row : table.lines().toList()) {
      String[] cells = row.split("\t", -1);
      if (cells.length < COLUMNS) {
        continue;
      }
      if (cells[0].equals(PAGE_LEVEL)) {
        width = Integer.parseInt(cells[8]);
        height = Integer.parseInt(cells[9]);
      } else if (cells[0].equals(WORD_LEVEL) && !cells[11].isBlank()) {
        blocks
            .computeIfAbsent(cells[2], block -> new LinkedHashMap<>())
            .computeIfAbsent(cells[3] + " " + cells[4], line -> new ArrayList<>())
            .add(word(cells));
      }
    }
    List<TranscribedRegion> regions = new ArrayList<>();
    for (Map<String, List<TranscribedWord>> block : blocks.values()) {
      regions.add(region(block, regions.size() + 1));
    }
    return new TranscribedPage(page, width, height, regions);
  }

  private static TranscribedRegion region(Map<String, List<TranscribedWord>> block, int number) {
    List<TranscribedLine> lines = new ArrayList<>();
    for (List<TranscribedWord> words : block.values()) {
      Box whole = words.stream().map(TranscribedWord::box).reduce(Box::union).orElseThrow();
      lines.add(new TranscribedLine("r" + number + "l" + (lines.size() + 1), whole, words));
    }
    return new TranscribedRegion("r" + number, RegionType.BODY, number, lines);
  }

  private static TranscribedWord word(String[] cells) {
    Box box =
        new Box(
            Integer.parseInt(cells[6]),
            Integer.parseInt(cells[7]),
            Math.max(1, Integer.parseInt(cells[8])),
            Math.max(1, Integer.parseInt(cells[9])));
    return new TranscribedWord(
        cells[11].strip(), box, Math.max(0, Double.parseDouble(cells[10]) / PERCENT));
  }
}
