package org.cotejo.ocr.recognition;

import java.util.List;
import java.util.function.UnaryOperator;

/** Lines that the recogniser found to belong together, not yet typed; may be empty of lines. */
public record Block(List<Line> lines) {
  public Block {
    lines = List.copyOf(lines);
  }

  /** The blocks with another line in place of each. */
  static List<Block> withLines(List<Block> blocks, UnaryOperator<Line> line) {
    return blocks.stream()
        .map(block -> new Block(block.lines().stream().map(line).toList()))
        .toList();
  }

  /** The words of all blocks, in their order. */
  static List<Word> words(List<Block> blocks) {
    return blocks.stream()
        .flatMap(block -> block.lines().stream())
        .flatMap(line -> line.words().stream())
        .toList();
  }
}
