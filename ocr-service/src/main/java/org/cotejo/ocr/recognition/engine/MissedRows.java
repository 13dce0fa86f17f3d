package org.cotejo.ocr.recognition.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.leptonica.BOX;
import org.bytedeco.leptonica.BOXA;
import org.bytedeco.leptonica.global.leptonica;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.Median;
import org.cotejo.ocr.recognition.MissedLines;
import org.cotejo.ocr.recognition.UnreadRows;
import org.cotejo.ocr.recognition.Word;
import org.cotejo.ocr.surrogates.leptonica.NativeImage;

/**
 * Reads the rows of ink that the page's reading left out: each by itself, as one line. Only ink as
 * dark as that of the words counts, so that what shines through stays out.
 */
final class MissedRows {
  /** Words whose ink says how dark ink is. */
  private static final int SAMPLE_WORDS = 60;

  private static final double SURE = 0.9;

  /** A page that is nearly all ink (a black border, a photograph) holds no more lines than this. */
  private static final int MOST_ROWS = 24;

  /** A row is kept when it was read with this confidence. */
  private static final double LEAST_CONFIDENCE = 0.6;

  private static final int LEAST_LETTERS = 3;

  private static final double NUMBER_CONFIDENCE = 0.5;

  /** Height of a line that is cut out, in pixels: that of a page of 300 dpi. */
  private static final double READING_HEIGHT = 42;

  private static final int FRAME_PIXELS = 24;
  private static final int WHITE = 255;

  /** From the foot of a word to the stroke under it, in heights of a line. */
  private static final double UNDERLINE = 0.6;

  /** White above the first and below the last line to a row of marks, in heights of a line. */
  private static final double MARKS_ROOM = 3;

  private final Preparation.Prepared prepared;
  private final int pageWidth;
  private final int pageHeight;
  private final Runnable step;

  /**
   * Rows of a page.
   *
   * @param step is run with each row
   */
  MissedRows(Preparation.Prepared prepared, int pageWidth, int pageHeight, Runnable step) {
    this.step = step;
    this.prepared = prepared;
    this.pageWidth = pageWidth;
    this.pageHeight = pageHeight;
  }

  /** Lines that stand in none of the blocks, or in place of a scrap of them. */
  MissedLines.Found read(List<Block> blocks, TessBaseAPI api) {
    List<Line> read = blocks.stream().flatMap(block -> block.lines().stream()).toList();
    List<Word> sure =
        read.stream()
            .flatMap(line -> line.words().stream())
            .filter(word -> word.confidence() >= SURE)
            .toList();
    if (sure.size() < SAMPLE_WORDS / 3) {
      return new MissedLines.Found(List.of(), List.of());
    }
    double lineHeight = Median.upper(sure.stream().mapToDouble(word -> word.box().height()));
    double characterWidth =
        Median.upper(
            sure.stream()
                .filter(word -> word.text().length() > 2)
                .mapToDouble(word -> (double) word.box().width() / word.text().length()));
    List<Line> scraps = read.stream().filter(line -> UnreadRows.isScrap(line, read)).toList();
    List<Box> kept = read.stream().filter(line -> !scraps.contains(line)).map(Line::box).toList();
    List<Word> words =
        read.stream()
            .filter(line -> !scraps.contains(line))
            .flatMap(line -> line.words().stream())
            .toList();
    List<Box> pieces = besideText(pieces(words, sure, lineHeight), sure, lineHeight);
    List<Line> lines = new ArrayList<>();
    List<Line> replaced = new ArrayList<>();
    for (UnreadRows.Row row : UnreadRows.of(pieces, lineHeight, characterWidth)) {
      if (lines.size() >= MOST_ROWS) {
        break;
      }
      step.run();
      if (underlines(row.box(), kept, lineHeight)) {
        continue;
      }
      List<Line> there = scraps.stream().filter(scrap -> meet(scrap.box(), row.box())).toList();
      Optional<Line> marked =
          UnreadRows.marks(row, lineHeight, characterWidth)
              .filter(found -> isWithin(row.box(), words, lineHeight))
              .or(() -> numbered(row, lineHeight, characterWidth, api));
      Optional<Line> line =
          there.isEmpty() ? marked.or(() -> one(row.box(), lineHeight, api)) : marked;
      line.ifPresent(
          found -> {
            lines.add(found);
            replaced.addAll(there);
          });
    }
    return new MissedLines.Found(lines, replaced);
  }

  /** Marks above and below the text are dirt at the edge of the sheet. */
  private static boolean isWithin(Box row, List<Word> words, double lineHeight) {
    List<Box> text =
        words.stream()
            .filter(word -> word.confidence() >= LEAST_CONFIDENCE)
            .map(Word::box)
            .toList();
    int top = text.stream().mapToInt(Box::y).min().orElse(0);
    int bottom = text.stream().mapToInt(Box::bottom).max().orElse(0);
    double room = MARKS_ROOM * lineHeight;
    return row.y() > top - room && row.bottom() < bottom + room;
  }

  private static boolean meet(Box one, Box other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.bottom()
        && other.y() < one.bottom();
  }

  /** Without what is beside the text: holes, the cloth under the sheet, the facing page. */
  private static List<Box> besideText(List<Box> pieces, List<Word> sure, double lineHeight) {
    double left = sure.stream().mapToInt(word -> word.box().x()).min().orElse(0) - lineHeight;
    double right = sure.stream().mapToInt(word -> word.box().right()).max().orElse(0) + lineHeight;
    return pieces.stream().filter(box -> box.x() >= left && box.right() <= right).toList();
  }

  /** Strokes close under a line are no line of their own. */
  private static boolean underlines(Box row, List<Box> lines, double lineHeight) {
    return row.height() < lineHeight / 2
        && lines.stream()
            .filter(box -> row.y() > box.y() && row.y() - box.bottom() < UNDERLINE * lineHeight)
            .mapToInt(box -> Math.min(box.right(), row.right()) - Math.max(box.x(), row.x()))
            .anyMatch(shared -> 2 * shared > row.width());
  }

  /** Boxes of ink outside all words, in pixels of the surrogate. */
  private List<Box> pieces(List<Word> words, List<Word> sure, double lineHeight) {
    NativeImage image = prepared.image();
    try (NativeImage ink =
        NativeImage.owning(
            leptonica.pixThresholdToBinary(image.pix(), threshold(sure)), "looking for ink")) {
      words.forEach(word -> clear(ink, word.box(), lineHeight));
      List<Box> pieces = new ArrayList<>();
      BOXA found = leptonica.pixConnCompBB(ink.pix(), 8);
      if (found == null || found.isNull()) {
        return List.of();
      }
      try {
        int[] x = new int[1];
        int[] y = new int[1];
        int[] width = new int[1];
        int[] height = new int[1];
        for (int at = 0; at < leptonica.boxaGetCount(found); at++) {
          leptonica.boxaGetBoxGeometry(found, at, x, y, width, height);
          Box box = new Box(x[0], y[0], Math.max(1, width[0]), Math.max(1, height[0]));
          pieces.add(box.reducedBy(prepared.factor(), pageWidth, pageHeight));
        }
      } finally {
        leptonica.boxaDestroy(found);
      }
      return pieces;
    }
  }

  private int threshold(List<Word> sure) {
    GreyInk ink = new GreyInk(prepared.image(), prepared.factor());
    int step = Math.max(1, sure.size() / SAMPLE_WORDS);
    List<Double> thresholds = new ArrayList<>();
    for (int at = 0; at < sure.size(); at += step) {
      thresholds.add((double) ink.middleOf(sure.get(at).box()));
    }
    return (int) Median.upper(thresholds.stream().mapToDouble(each -> each));
  }

  private void clear(NativeImage ink, Box box, double lineHeight) {
    int room = (int) Math.round(lineHeight / 4);
    Box around =
        new Box(
            Math.max(0, box.x() - room),
            Math.max(0, box.y() - room),
            box.width() + 2 * room,
            box.height() + 2 * room);
    double factor = prepared.factor();
    BOX place =
        leptonica.boxCreate(
            (int) (around.x() * factor),
            (int) (around.y() * factor),
            (int) Math.ceil(around.width() * factor),
            (int) Math.ceil(around.height() * factor));
    leptonica.pixClearInRect(ink.pix(), place);
    leptonica.boxDestroy(place);
  }

  private Optional<Line> numbered(
      UnreadRows.Row row, double lineHeight, double characterWidth, TessBaseAPI api) {
    return UnreadRows.betweenDashes(row, lineHeight)
        .flatMap(inner -> one(inner, lineHeight, api))
        .filter(UnreadRows::isNumber)
        .map(number -> UnreadRows.dashed(row, number, lineHeight, characterWidth));
  }

  /** Cut out with white around it: so a single number is read better than within its page. */
  private Optional<Line> one(Box row, double lineHeight, TessBaseAPI api) {
    double factor = prepared.factor();
    int room = (int) Math.round(lineHeight / 4);
    Box around =
        new Box(
            Math.max(0, row.x() - room),
            Math.max(0, row.y() - room),
            row.width() + 2 * room,
            row.height() + 2 * room);
    float scale = (float) Math.clamp(READING_HEIGHT / (lineHeight * factor), 0.5, 3.0);
    api.SetPageSegMode(tesseract.PSM_SINGLE_LINE);
    try (NativeImage cut = cut(around);
        NativeImage sized =
            NativeImage.owning(leptonica.pixScale(cut.pix(), scale, scale), "sizing a row");
        NativeImage framed =
            NativeImage.owning(
                leptonica.pixAddBorder(sized.pix(), FRAME_PIXELS, WHITE), "framing a row")) {
      api.SetImage(framed.pix());
      api.SetSourceResolution(prepared.resolutionDpi());
      return line(api)
          .filter(line -> isPlausible(line))
          .map(line -> placed(line, around, factor * scale));
    } finally {
      api.SetPageSegMode(TesseractRecogniser.PAGE_SEGMENTATION);
    }
  }

  private NativeImage cut(Box row) {
    double factor = prepared.factor();
    BOX place =
        leptonica.boxCreate(
            (int) (row.x() * factor),
            (int) (row.y() * factor),
            (int) Math.ceil(row.width() * factor),
            (int) Math.ceil(row.height() * factor));
    try {
      return NativeImage.owning(
          leptonica.pixClipRectangle(prepared.image().pix(), place, (BOX) null), "cutting a row");
    } finally {
      leptonica.boxDestroy(place);
    }
  }

  private static Optional<Line> line(TessBaseAPI api) {
    BytePointer table = api.GetTSVText(0);
    if (table == null || table.isNull()) {
      return Optional.empty();
    }
    try {
      // In pixels of the cut-out; far larger than any row.
      return new WordTable(Short.MAX_VALUE, Short.MAX_VALUE, 1)
          .blocks(table.getString(StandardCharsets.UTF_8)).stream()
              .flatMap(block -> block.lines().stream())
              .findFirst();
    } finally {
      tesseract.TessDeleteText(table);
    }
  }

  /** A page number, which is always read unsurely, or words that were read surely. */
  private static boolean isPlausible(Line line) {
    boolean number = UnreadRows.isNumber(line);
    long letters = line.text().codePoints().filter(Character::isLetter).count();
    return number
        ? line.confidence() >= NUMBER_CONFIDENCE
        : letters >= LEAST_LETTERS && line.confidence() >= LEAST_CONFIDENCE;
  }

  private Line placed(Line line, Box around, double scale) {
    return new Line(
        line.words().stream()
            .map(word -> new Word(word.text(), place(word.box(), around, scale), word.confidence()))
            .toList());
  }

  private Box place(Box box, Box around, double scale) {
    int left = around.x() + (int) Math.round((box.x() - FRAME_PIXELS) / scale);
    int top = around.y() + (int) Math.round((box.y() - FRAME_PIXELS) / scale);
    return new Box(
        Math.clamp(left, 0, pageWidth - 1),
        Math.clamp(top, 0, pageHeight - 1),
        Math.max(1, (int) Math.round(box.width() / scale)),
        Math.max(1, (int) Math.round(box.height() / scale)));
  }
}
