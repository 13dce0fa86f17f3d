package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The findings of a bitext and what curators have said of them, brought together by content.
 *
 * @param found those that are made now, in their order
 * @param gone what was said of findings that are made no more
 */
public record SettledFindings(List<SettledFinding> found, List<Settlement> gone) {
  public SettledFindings {
    found = List.copyOf(found);
    gone = List.copyOf(gone);
  }

  /**
   * Brings them together: equal anchors first, then the likeliest pairs.
   *
   * @param source text of the original
   * @param target text of the translation
   */
  public static SettledFindings of(
      List<Finding> findings, String source, String target, List<Settlement> settlements) {
    return new Matching(findings, source, target, settlements).result();
  }

  /** A finding made now; empty when none has this key. */
  public Optional<SettledFinding> find(String key) {
    return found.stream().filter(one -> one.finding().key().equals(key)).findFirst();
  }

  /** What was said of a finding that is made no more. */
  public Optional<Settlement> findGone(String key) {
    return gone.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /** One bringing together. */
  private static final class Matching {
    private final List<Finding> findings;
    private final List<FindingAnchor> anchors;
    private final List<Settlement> settlements;
    private final Settlement[] settled;
    private final Set<Settlement> free = new java.util.LinkedHashSet<>();

    private record Pair(int finding, Settlement settlement, double likeness) {}

    Matching(List<Finding> findings, String source, String target, List<Settlement> settlements) {
      this.findings = findings;
      this.anchors =
          findings.stream().map(finding -> FindingAnchor.of(finding, source, target)).toList();
      this.settlements = settlements;
      this.settled = new Settlement[findings.size()];
      free.addAll(settlements);
    }

    SettledFindings result() {
      matchEqual();
      matchAlike();
      Set<String> taken = new HashSet<>();
      settlements.forEach(settlement -> taken.add(settlement.key()));
      List<SettledFinding> found = new ArrayList<>();
      for (int k = 0; k < findings.size(); k++) {
        Optional<Settlement> settlement = Optional.ofNullable(settled[k]);
        String key =
            settlement.map(Settlement::key).orElse(freeKey(findings.get(k), anchors.get(k), taken));
        found.add(new SettledFinding(findings.get(k).withKey(key), settlement));
      }
      return new SettledFindings(found, List.copyOf(free));
    }

    private void matchEqual() {
      Map<FindingAnchor, List<Settlement>> known = new HashMap<>();
      for (Settlement settlement : settlements) {
        known.computeIfAbsent(settlement.anchor(), _ -> new ArrayList<>()).add(settlement);
      }
      for (int k = 0; k < findings.size(); k++) {
        List<Settlement> equal = known.getOrDefault(anchors.get(k), List.of());
        if (!equal.isEmpty()) {
          settle(k, equal.removeFirst());
        }
      }
    }

    private void matchAlike() {
      List<Pair> pairs = new ArrayList<>();
      for (Settlement settlement : free) {
        for (int k = 0; k < findings.size(); k++) {
          double likeness = settled[k] == null ? anchors.get(k).likeness(settlement.anchor()) : 0;
          if (likeness >= FindingAnchor.SAME) {
            pairs.add(new Pair(k, settlement, likeness));
          }
        }
      }
      pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
      for (Pair pair : pairs) {
        if (settled[pair.finding()] == null && free.contains(pair.settlement())) {
          settle(pair.finding(), pair.settlement());
        }
      }
    }

    private void settle(int finding, Settlement settlement) {
      settled[finding] = settlement;
      free.remove(settlement);
    }

    /** The finding's own key, or the next that nobody else has kept. */
    private static String freeKey(Finding finding, FindingAnchor anchor, Set<String> taken) {
      String key = finding.key();
      for (int occurrence = 1; !taken.add(key); occurrence++) {
        key = FindingKey.of(anchor, occurrence);
      }
      return key;
    }
  }
}
