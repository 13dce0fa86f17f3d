package org.cotejo.translation.segmentation;

/**
 * Something that a translator or editor put into the text.
 *
 * @param start offset of the opening bracket
 * @param end offset after the closing bracket
 * @param kind how it is marked
 */
public record EditorialAnnotation(int start, int end, Kind kind) {

  /** How an annotation is marked. */
  public enum Kind {
    /** In square brackets: an addition by the editor. */
    SQUARE,
    /** In round brackets: in the original too, or an addition; the two look alike. */
    ROUND,
    /** A remark, such as {@code [i.e., draft-ed.]} or {@code [sic]}. */
    NOTE
  }
}
