package org.cotejo.translation.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers the names that stand for each other, document by document; the most seen stay. */
public final class NameTable {
  private static final int SAMPLE = 5;

  private final int most;
  private final Map<String, Seen> pairs = new HashMap<>();

  /**
   * A table.
   *
   * @param most most pairs that are kept at the end
   */
  public NameTable(int most) {
    this.most = most;
  }

  /** A pair was seen in a link of a document; documents come one after the other. */
  public void add(UUID document, String first, String second) {
    pairs.computeIfAbsent(first + '\t' + second, key -> new Seen(first, second)).in(document);
  }

  /** The pairs, those of most documents first. */
  public List<NamePair> build() {
    return pairs.values().stream()
        .map(Seen::pair)
        .sorted(
            Comparator.comparingInt(NamePair::documents)
                .thenComparingInt(NamePair::links)
                .reversed()
                .thenComparing(NamePair::first)
                .thenComparing(NamePair::second))
        .limit(most)
        .toList();
  }

  /** Two spellings and where they were seen. */
  private static final class Seen {
    private final String first;
    private final String second;
    private final List<UUID> sample = new ArrayList<>();
    private int links;
    private int documents;
    private UUID last = new UUID(0, 0);

    Seen(String first, String second) {
      this.first = first;
      this.second = second;
    }

    void in(UUID document) {
      links++;
      if (!document.equals(last)) {
        documents++;
        last = document;
        if (sample.size() < SAMPLE) {
          sample.add(document);
        }
      }
    }

    NamePair pair() {
      return new NamePair(first, second, links, documents, sample);
    }
  }
}
