package org.cotejo.translation.segmentation;

import java.util.List;

/**
 * A paragraph of a file that says where its paragraphs are.
 *
 * @param lines its text, cut where the author began a new line; no line is blank
 * @param known what it is; {@link SegmentKind#SENTENCE} where the text itself must tell
 * @param apart whether an empty paragraph stands before it
 */
public record SubmittedParagraph(List<String> lines, SegmentKind known, boolean apart) {
  public SubmittedParagraph {
    lines = List.copyOf(lines);
  }
}
