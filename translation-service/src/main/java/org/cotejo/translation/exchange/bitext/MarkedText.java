package org.cotejo.translation.exchange.bitext;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.TypedAnnotation;
import org.cotejo.translation.segmentation.Segment;

/** Segments of a translation with what its editor put in, in pieces that nest. */
final class MarkedText {
  private final Bitext bitext;
  private final List<TypedAnnotation> annotations;

  MarkedText(ExportedBitext exported) {
    bitext = exported.bitext();
    annotations = exported.annotations();
  }

  /** Takes the pieces in their order. */
  interface Sink {
    /** An annotation begins; inside another one perhaps. */
    void open(TypedAnnotation.Type type) throws IOException;

    /** The annotation that was opened last ends. */
    void close() throws IOException;

    void text(String text) throws IOException;
  }

  /**
   * Segments joined by single spaces. An annotation that goes over a segment's end is cut there.
   */
  void write(List<Integer> segments, Sink sink) throws IOException {
    for (int k = 0; k < segments.size(); k++) {
      if (k > 0) {
        sink.text(" ");
      }
      write(bitext.segments().get(segments.get(k)), sink);
    }
  }

  private void write(Segment segment, Sink sink) throws IOException {
    Deque<Integer> ends = new ArrayDeque<>();
    int at = segment.start();
    // Annotations come in the order of their beginnings, the outer before the inner ones.
    for (TypedAnnotation typed : annotations) {
      int start = Math.max(typed.annotation().start(), segment.start());
      int end = Math.min(typed.annotation().end(), segment.end());
      if (start >= end) {
        continue;
      }
      at = closed(ends, start, at, sink);
      at = text(at, start, sink);
      sink.open(typed.type());
      ends.push(end);
    }
    at = closed(ends, segment.end(), at, sink);
    text(at, segment.end(), sink);
  }

  /** Closes what ends up to an offset. */
  private int closed(Deque<Integer> ends, int until, int from, Sink sink) throws IOException {
    int at = from;
    while (!ends.isEmpty() && ends.peek() <= until) {
      at = text(at, ends.pop(), sink);
      sink.close();
    }
    return at;
  }

  private int text(int from, int to, Sink sink) throws IOException {
    if (to > from) {
      sink.text(bitext.text().substring(from, to));
    }
    return Math.max(from, to);
  }
}
