package org.cotejo.ocr.recognition;

import java.util.List;

/** Lines that the recogniser found to belong together, not yet typed; may be empty of lines. */
public record Block(List<Line> lines) {
  public Block {
    lines = List.copyOf(lines);
  }
}
