package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.List;

/** Builds blocks as a recogniser finds them on a page of 2,000 x 3,000 pixels. */
final class TypedPage {
  static final int WIDTH = 2000;
  static final int HEIGHT = 3000;

  private static final int CHARACTER = 20;
  private static final int LINE_HEIGHT = 36;

  private final List<Block> blocks = new ArrayList<>();

  /** A block of lines that are 60 pixels apart. */
  TypedPage block(int x, int y, String... texts) {
    return block(0.95, x, y, texts);
  }

  TypedPage block(double confidence, int x, int y, String... texts) {
    List<Line> lines = new ArrayList<>();
    for (String text : texts) {
      lines.add(line(confidence, x, y + 60 * lines.size(), text));
    }
    blocks.add(new Block(lines));
    return this;
  }

  /** A block of these lines. */
  TypedPage add(Line... lines) {
    blocks.add(new Block(List.of(lines)));
    return this;
  }

  @Override
  public String toString() {
    return types().toString();
  }

  /** Six lines of running text. */
  TypedPage prose(int y) {
    String text = "the pilot could not go on board before noon because of the fog on the bay";
    return block(250, y, text, text, text, text, text, "and went home again.");
  }

  List<Region> regions() {
    return new RegionTyping().regions(blocks, WIDTH, HEIGHT);
  }

  /** Types in order, with the first word of each region. */
  List<String> types() {
    return regions().stream()
        .map(r -> r.type().label() + " " + r.lines().getFirst().words().getFirst().text())
        .toList();
  }

  List<Line> lines() {
    return blocks.stream().flatMap(block -> block.lines().stream()).toList();
  }

  static Line line(double confidence, int x, int y, String text) {
    List<Word> words = new ArrayList<>();
    int left = x;
    for (String word : text.split(" ")) {
      int width = word.length() * CHARACTER;
      words.add(new Word(word, new Box(left, y, width, LINE_HEIGHT), confidence));
      left += width + CHARACTER;
    }
    return new Line(words);
  }
}
