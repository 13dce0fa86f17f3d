package org.cotejo.translation.correction;

import java.util.List;

/** What a curator asks for, by the names that segments have in the alignment that was seen. */
public sealed interface Operation {

  /**
   * Segments of both sides.
   *
   * @param source names such as {@code s3}
   * @param target names such as {@code t4}
   */
  record Pair(List<String> source, List<String> target) {
    public Pair {
      source = List.copyOf(source);
      target = List.copyOf(target);
    }
  }

  /** These segments say the same, whatever they were linked to before. */
  record Link(Pair segments) implements Operation {}

  /** These segments have no counterpart; one side may be empty. */
  record Unlink(Pair segments) implements Operation {}

  /** This link is right. */
  record Confirm(Pair link) implements Operation {}

  /** This link is several. */
  record Split(Pair link, List<Pair> into) implements Operation {
    public Split {
      into = List.copyOf(into);
    }
  }

  /** These links are one. */
  record Join(List<Pair> links) implements Operation {
    public Join {
      links = List.copyOf(links);
    }
  }

  /**
   * This segment is several.
   *
   * @param at offsets of the parts but the first, counted from the start of the segment in UTF-16
   *     units, rising
   */
  record Cut(String segment, List<Integer> at) implements Operation {
    public Cut {
      at = List.copyOf(at);
    }
  }

  /** These segments of one side, which follow each other in a paragraph, are one. */
  record Merge(List<String> segments) implements Operation {
    public Merge {
      segments = List.copyOf(segments);
    }
  }

  /** This segment reads so. */
  record SetText(String segment, String text) implements Operation {}
}
