package org.cotejo.translation.segmentation;

/**
 * A stretch of text that is aligned as one.
 *
 * @param start offset of its first character, which is no space
 * @param end offset after its last character, which is no space
 * @param kind what it is
 * @param paragraph number of its paragraph, from 1
 */
public record Segment(int start, int end, SegmentKind kind, int paragraph) {
  public Segment {
    if (start < 0 || end <= start || paragraph < 1) {
      throw new IllegalArgumentException("no segment from " + start + " to " + end);
    }
  }
}
