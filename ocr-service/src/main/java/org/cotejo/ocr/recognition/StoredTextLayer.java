package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cotejo.ocr.surrogates.TextLayer;

/**
 * The text that an original holds for a page, as it is kept beside the surrogate.
 *
 * @param layer in pixels of the surrogate
 * @param digest of the file; empty when there is none
 */
public record StoredTextLayer(TextLayer layer, String digest) {
  /** There is no text. */
  public static final StoredTextLayer NONE = new StoredTextLayer(TextLayer.NONE, "");

  private static final String VERSION = "1";

  /** Typed or set by a program; what can go wrong is the mapping of its letters. */
  private static final double WRITTEN = 0.99;

  /** Read from a scan by a program that does not say how sure it was: a person should look. */
  private static final double READ_BY_OTHERS = 0.80;

  /** What a transcription that is taken from here depends on. */
  EngineDescription description() {
    Map<String, String> parameters =
        Map.of(
            "judgement",
            TextLayerJudge.VERSION,
            "textLayer",
            digest,
            "origin",
            layer.scanned() ? "read from a scan by others" : "born digital");
    return new EngineDescription("pdf-text-layer", VERSION, new TreeMap<>(parameters), List.of());
  }

  /** The layer as if it had been read. */
  List<Block> blocks(int pageWidth, int pageHeight) {
    List<Block> blocks = new ArrayList<>();
    for (TextLayer.Paragraph paragraph : layer.paragraphs()) {
      List<Line> lines = new ArrayList<>();
      for (TextLayer.Line line : paragraph.lines()) {
        List<Word> words =
            line.words().stream()
                .map(word -> word(word, pageWidth, pageHeight))
                .flatMap(Optional::stream)
                .toList();
        if (!words.isEmpty()) {
          lines.add(new Line(words));
        }
      }
      if (!lines.isEmpty()) {
        blocks.add(new Block(lines));
      }
    }
    return blocks;
  }

  /** Nothing for a word that lies outside the page. */
  private Optional<Word> word(TextLayer.Word word, int pageWidth, int pageHeight) {
    int left = Math.max(0, (int) Math.floor(word.place().getMinX()));
    int top = Math.max(0, (int) Math.floor(word.place().getMinY()));
    int right = Math.min(pageWidth, (int) Math.ceil(word.place().getMaxX()));
    int bottom = Math.min(pageHeight, (int) Math.ceil(word.place().getMaxY()));
    String text = plain(word.text());
    if (right <= left || bottom <= top || text.isBlank()) {
      return Optional.empty();
    }
    Box box = new Box(left, top, right - left, bottom - top);
    return Optional.of(new Word(text, box, layer.scanned() ? READ_BY_OTHERS : WRITTEN));
  }

  /** Ligatures of type as their letters, the soft hyphen as the hyphen that is seen. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              switch (sign) {
                case 0xAD -> plain.append('-');
                case 0xA0 -> plain.append(' ');
                case 0xFB00 -> plain.append("ff");
                case 0xFB01 -> plain.append("fi");
                case 0xFB02 -> plain.append("fl");
                case 0xFB03 -> plain.append("ffi");
                case 0xFB04 -> plain.append("ffl");
                case 0xFB05, 0xFB06 -> plain.append("st");
                default -> {
                  if (!Character.isISOControl(sign)) {
                    plain.appendCodePoint(sign);
                  }
                }
              }
            });
    return plain.toString().strip();
  }
}
