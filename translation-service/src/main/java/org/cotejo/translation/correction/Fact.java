package org.cotejo.translation.correction;

import java.util.List;
import java.util.stream.Stream;

/** Something that a curator has said of segments. */
public sealed interface Fact {

  /** The segments that it speaks of. */
  List<SegmentAnchor> segments();

  /**
   * These segments, and no others, say the same.
   *
   * @param source consecutive, at least one
   * @param target consecutive, at least one
   */
  record Linked(List<SegmentAnchor> source, List<SegmentAnchor> target) implements Fact {
    public Linked {
      source = List.copyOf(source);
      target = List.copyOf(target);
    }

    @Override
    public List<SegmentAnchor> segments() {
      return Stream.concat(source.stream(), target.stream()).toList();
    }
  }

  /** This segment has no counterpart. */
  record Unlinked(SegmentAnchor segment) implements Fact {
    @Override
    public List<SegmentAnchor> segments() {
      return List.of(segment);
    }
  }

  /** This segment reads so. */
  record Worded(SegmentAnchor segment, String text) implements Fact {
    @Override
    public List<SegmentAnchor> segments() {
      return List.of(segment);
    }
  }

  /**
   * Each of these is one segment, wherever the machine cuts.
   *
   * @param segments consecutive, of one side, at least one
   */
  record Cut(List<SegmentAnchor> segments) implements Fact {
    public Cut {
      segments = List.copyOf(segments);
    }

    TextSide side() {
      return segments.getFirst().side();
    }
  }

  /** Whether it is about links; otherwise it is about texts. */
  default boolean isOfLinks() {
    return switch (this) {
      case Linked _, Unlinked _ -> true;
      case Worded _, Cut _ -> false;
    };
  }
}
