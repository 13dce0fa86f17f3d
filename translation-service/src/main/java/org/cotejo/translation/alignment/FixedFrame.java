package org.cotejo.translation.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What fixed links leave open to the dynamic programme.
 *
 * <p>Fixed segments are passed by without cost, one after the other, and stand in no other bead.
 * The longest chain of fixed links that run forward on both sides gives the points through which
 * the way must lead; beads that were moved give none. {@link #restored} puts the fixed beads back
 * into the way.
 */
final class FixedFrame {
  private static final int NOWHERE = -1;

  private final int sourceSize;
  private final int targetSize;
  private final BitSet fixedSource = new BitSet();
  private final BitSet fixedTarget = new BitSet();
  private final Map<Integer, Bead> beadAtSource = new HashMap<>();
  private final Map<Integer, Bead> beadAtTarget = new HashMap<>();

  /** For a source boundary: the first and the last target boundary that the way must meet there. */
  private final int[] firstPoint;

  private final int[] lastPoint;
  private final boolean open;

  /**
   * A frame.
   *
   * @param moved linked beads that stand as they are and may cross any other; no segment twice
   */
  FixedFrame(FixedLinks links, List<Bead> moved, int sourceSize, int targetSize) {
    this.sourceSize = sourceSize;
    this.targetSize = targetSize;
    open = links.beads().isEmpty() && moved.isEmpty();
    firstPoint = new int[sourceSize + 1];
    lastPoint = new int[sourceSize + 1];
    Arrays.fill(firstPoint, NOWHERE);
    Arrays.fill(lastPoint, NOWHERE);
    for (Bead bead : links.beads()) {
      fix(bead);
    }
    moved.forEach(this::fix);
    for (Bead bead : longestChain(links.beads())) {
      addPoint(bead.sourceStart(), bead.targetStart());
      addPoint(bead.sourceEnd(), bead.targetEnd());
    }
  }

  private void fix(Bead bead) {
    if ((bead.sourceCount() > 0 && bead.sourceEnd() > sourceSize)
        || (bead.targetCount() > 0 && bead.targetEnd() > targetSize)) {
      throw new IllegalArgumentException("a fixed bead lies outside the text: " + bead);
    }
    fixedSource.set(bead.sourceStart(), bead.sourceEnd());
    fixedTarget.set(bead.targetStart(), bead.targetEnd());
    if (bead.sourceCount() > 0) {
      beadAtSource.put(bead.sourceStart(), bead);
    } else {
      beadAtTarget.put(bead.targetStart(), bead);
    }
  }

  private void addPoint(int source, int target) {
    firstPoint[source] = firstPoint[source] == NOWHERE ? target : firstPoint[source];
    lastPoint[source] = target;
  }

  /** The most linked beads that run forward on both sides: longest increasing subsequence. */
  private static List<Bead> longestChain(List<Bead> beads) {
    List<Bead> ordered =
        beads.stream()
            .filter(Bead::linked)
            .sorted(Comparator.comparingInt(Bead::sourceStart))
            .toList();
    int[] endOfLength = new int[ordered.size()];
    int[] before = new int[ordered.size()];
    int longest = 0;
    for (int at = 0; at < ordered.size(); at++) {
      int low = 0;
      int high = longest;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (ordered.get(endOfLength[middle]).targetStart() < ordered.get(at).targetStart()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[at] = low == 0 ? NOWHERE : endOfLength[low - 1];
      endOfLength[low] = at;
      longest = Math.max(longest, low + 1);
    }
    List<Bead> chain = new ArrayList<>();
    int at = longest == 0 ? NOWHERE : endOfLength[longest - 1];
    for (; at != NOWHERE; at = before[at]) {
      chain.addFirst(ordered.get(at));
    }
    return chain;
  }

  /** Whether nothing is fixed. */
  boolean open() {
    return open;
  }

  /** Narrows a range of target boundaries for each source boundary to what the points allow. */
  void narrow(int[] low, int[] high) {
    if (open) {
      return;
    }
    int bound = 0;
    for (int i = 0; i <= sourceSize; i++) {
      low[i] = Math.max(low[i], bound);
      high[i] = Math.max(high[i], bound);
      bound = lastPoint[i] == NOWHERE ? bound : lastPoint[i];
    }
    bound = targetSize;
    for (int i = sourceSize; i >= 0; i--) {
      low[i] = Math.min(low[i], bound);
      high[i] = Math.min(high[i], bound);
      if (firstPoint[i] != NOWHERE) {
        bound = firstPoint[i];
        low[i] = Math.min(low[i], firstPoint[i]);
        high[i] = Math.max(high[i], lastPoint[i]);
      }
    }
  }

  /**
   * Whether a bead from boundaries (u, v) to (i, j) leads past no point and holds nothing fixed.
   */
  boolean allows(int u, int v, int i, int j) {
    if (open) {
      return true;
    }
    if (u < i) {
      if ((firstPoint[i] != NOWHERE && j > firstPoint[i])
          || (lastPoint[u] != NOWHERE && v < lastPoint[u])) {
        return false;
      }
      for (int inside = u + 1; inside < i; inside++) {
        if (firstPoint[inside] != NOWHERE) {
          return false;
        }
      }
    }
    return isPassage(u, v, i, j) || !holdsFixed(u, v, i, j);
  }

  /** Whether the bead is the step past one fixed segment. */
  boolean isPassage(int u, int v, int i, int j) {
    return !open
        && ((u + 1 == i && v == j && fixedSource.get(u))
            || (u == i && v + 1 == j && fixedTarget.get(v)));
  }

  private boolean holdsFixed(int u, int v, int i, int j) {
    int source = fixedSource.nextSetBit(u);
    int target = fixedTarget.nextSetBit(v);
    return (source >= 0 && source < i) || (target >= 0 && target < j);
  }

  /** The beads of a way with the fixed ones in the place of the steps past their segments. */
  List<Bead> restored(List<Bead> way) {
    if (open) {
      return way;
    }
    List<Bead> beads = new ArrayList<>(way.size());
    for (Bead bead : way) {
      if (!isPassage(bead.sourceStart(), bead.targetStart(), bead.sourceEnd(), bead.targetEnd())) {
        beads.add(bead);
      } else {
        Bead fixed =
            bead.sourceCount() > 0
                ? beadAtSource.get(bead.sourceStart())
                : beadAtTarget.get(bead.targetStart());
        if (fixed != null) {
          beads.add(fixed);
        }
      }
    }
    return beads;
  }
}
