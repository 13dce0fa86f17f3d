package org.cotejo.translation.bitext;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.segmentation.Segment;

/**
 * The original, read and cut.
 *
 * @param text with the way back to the pages
 * @param segments of the text
 * @param parts for each segment the part of the document that it belongs to, from 1
 * @param readAs for segments whose words a person has set, what the machine read
 */
public record Reading(
    ReadingText text,
    List<Segment> segments,
    List<Integer> parts,
    SortedMap<Integer, String> readAs) {
  public Reading {
    segments = List.copyOf(segments);
    parts = List.copyOf(parts);
    readAs = Collections.unmodifiableSortedMap(new TreeMap<>(readAs));
  }

  /** A reading as the machine made it. */
  public Reading(ReadingText text, List<Segment> segments, List<Integer> parts) {
    this(text, segments, parts, new TreeMap<>());
  }
}
