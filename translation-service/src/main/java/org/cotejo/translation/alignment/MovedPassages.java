package org.cotejo.translation.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds passages that the translation has at another place: a date line, an address, whole
 * paragraphs.
 *
 * <p>A way through both texts runs forward only, and leaves such a passage over on both sides or
 * lets other links swallow it. Words, numbers and names that are rare in the translation show where
 * a segment may be translated off the way ({@link RareWords}); sights that run forward together are
 * chained, at a price for each step. A chain is a moved passage when its words outweigh those that
 * speak for the present links of its segments, by more than so many places bring by chance. Where
 * the layout of both texts is known, only whole paragraphs move. The segments of a passage are then
 * aligned with each other ({@link MovedBlock}).
 */
final class MovedPassages {
  private static final int GREATEST_COUNT = 32;
  private static final int GREATEST_STEP = 6;
  private static final int GREATEST_REACH = 5;
  private static final int GREATEST_SIGHTS = 8;

  private final EncodedText source;
  private final EncodedText target;
  private final RareWords words;
  private final AlignmentSettings settings;
  private final boolean layout;

  MovedPassages(
      EncodedText source, EncodedText target, RareWords words, AlignmentSettings settings) {
    this.source = source;
    this.target = target;
    this.words = words;
    this.settings = settings;
    layout = hasLayout(source) && hasLayout(target);
  }

  /**
   * Where a passage and its translation stand.
   *
   * @param core segments that were moved
   * @param reach the same with what stands beside them and may belong to them
   * @param gain how much more speaks for the passage than for the present links of its segments
   */
  record Block(Range core, Range reach, double gain) {}

  /** Segments of both sides, ends exclusive. */
  record Range(int sourceStart, int sourceEnd, int targetStart, int targetEnd) {}

  /**
   * Blocks that cross the way; no segment is in two of them.
   *
   * @param way beads that run forward on both sides
   * @param free whether a bead of the way may be changed
   */
  List<Block> find(List<Bead> way, boolean[] free) {
    Support support = new Support(way, free, layout);
    List<RareWords.Sight> off =
        words.sights().stream().filter(sight -> !support.take(sight)).toList();
    double threshold = settings.moveCost() + Math.log(1.0 + source.size);
    BitSet sources = new BitSet();
    BitSet targets = new BitSet();
    List<Block> blocks = new ArrayList<>();
    for (List<RareWords.Sight> chain : chains(likest(off), support)) {
      Block block = block(chain, support);
      Range range = block.reach();
      boolean taken =
          sources.get(range.sourceStart(), range.sourceEnd()).cardinality()
                  + targets.get(range.targetStart(), range.targetEnd()).cardinality()
              > 0;
      if (!taken && block.gain() >= threshold && blocks.size() < GREATEST_COUNT) {
        sources.set(range.sourceStart(), range.sourceEnd());
        targets.set(range.targetStart(), range.targetEnd());
        blocks.add(block);
      }
    }
    return blocks;
  }

  /** The likest sights of each segment of the original, in order. */
  private static List<RareWords.Sight> likest(List<RareWords.Sight> sights) {
    List<RareWords.Sight> likest = new ArrayList<>();
    for (int from = 0; from < sights.size(); ) {
      int to = from;
      while (to < sights.size() && sights.get(to).source() == sights.get(from).source()) {
        to++;
      }
      sights.subList(from, to).stream()
          .sorted(Comparator.comparingDouble(sight -> -sight.likeness()))
          .limit(GREATEST_SIGHTS)
          .sorted(Comparator.comparingInt(RareWords.Sight::target))
          .forEach(likest::add);
      from = to;
    }
    return likest;
  }

  /**
   * Chains of sights that run forward in small steps, those of most gain first, no sight twice:
   * what speaks for the present place of the segments that a step covers counts against it.
   */
  private List<List<RareWords.Sight>> chains(List<RareWords.Sight> sights, Support support) {
    double[] best = new double[sights.size()];
    int[] before = new int[sights.size()];
    for (int at = 0; at < best.length; at++) {
      RareWords.Sight here = sights.get(at);
      before[at] = -1;
      best[at] =
          -settings.stepCost()
              - support.ofSources(here.source(), here.source() + 1)
              - support.ofTargets(here.target(), here.target() + 1);
      for (int back = at - 1; back >= 0; back--) {
        RareWords.Sight there = sights.get(back);
        int rows = here.source() - there.source();
        int columns = here.target() - there.target();
        if (rows > GREATEST_STEP) {
          break;
        }
        if (columns < 0 || columns > GREATEST_STEP) {
          continue;
        }
        double value =
            best[back]
                - settings.stepCost() * Math.max(rows, columns)
                - support.ofSources(there.source() + 1, here.source() + 1)
                - support.ofTargets(there.target() + 1, here.target() + 1);
        if (value > best[at]) {
          best[at] = value;
          before[at] = back;
        }
      }
      best[at] += here.likeness();
    }
    Integer[] order = new Integer[best.length];
    Arrays.setAll(order, at -> at);
    Arrays.sort(order, Comparator.comparingDouble(at -> -best[at]));
    boolean[] used = new boolean[best.length];
    List<List<RareWords.Sight>> chains = new ArrayList<>();
    for (int last : order) {
      if (best[last] < settings.moveCost()) {
        break;
      }
      List<RareWords.Sight> chain = new ArrayList<>();
      for (int at = last; at >= 0 && !used[at]; at = before[at]) {
        used[at] = true;
        chain.addFirst(sights.get(at));
      }
      if (!chain.isEmpty()) {
        chains.add(chain);
      }
    }
    return chains;
  }

  private Block block(List<RareWords.Sight> chain, Support support) {
    int sourceStart = chain.getFirst().source();
    int sourceEnd = chain.getLast().source() + 1;
    int targetStart = chain.stream().mapToInt(RareWords.Sight::target).min().orElseThrow();
    int targetEnd = chain.stream().mapToInt(RareWords.Sight::target).max().orElseThrow() + 1;
    double gain =
        chain.stream().mapToDouble(RareWords.Sight::likeness).sum()
            - settings.stepCost() * Math.max(sourceEnd - sourceStart, targetEnd - targetStart)
            - support.ofSources(sourceStart, sourceEnd)
            - support.ofTargets(targetStart, targetEnd);
    Range core = new Range(sourceStart, sourceEnd, targetStart, targetEnd);
    if (gain <= 0) {
      return new Block(core, core, gain);
    }
    Range reach = reach(core, support);
    if (layout) {
      boolean whole =
          opens(source, reach.sourceStart())
              && opens(source, reach.sourceEnd())
              && opens(target, reach.targetStart())
              && opens(target, reach.targetEnd());
      return new Block(reach, reach, whole ? gain : 0);
    }
    return new Block(core, reach, gain);
  }

  /** A passage with the segments beside it for whose present place no word speaks. */
  private Range reach(Range core, Support support) {
    int sourceStart = core.sourceStart();
    int sourceEnd = core.sourceEnd();
    int targetStart = core.targetStart();
    int targetEnd = core.targetEnd();
    for (int k = 0; k < GREATEST_REACH && support.isLooseSource(sourceStart - 1); k++) {
      sourceStart--;
    }
    for (int k = 0; k < GREATEST_REACH && support.isLooseSource(sourceEnd); k++) {
      sourceEnd++;
    }
    for (int k = 0; k < GREATEST_REACH && support.isLooseTarget(targetStart - 1); k++) {
      targetStart--;
    }
    for (int k = 0; k < GREATEST_REACH && support.isLooseTarget(targetEnd); k++) {
      targetEnd++;
    }
    return new Range(sourceStart, sourceEnd, targetStart, targetEnd);
  }

  private static boolean opens(EncodedText text, int at) {
    return at == 0 || at == text.size || text.opensParagraph[at];
  }

  private static boolean hasLayout(EncodedText text) {
    for (int at = 1; at < text.size; at++) {
      if (text.opensParagraph[at]) {
        return true;
      }
    }
    return false;
  }

  /** How much rare words speak for the present place of each segment. */
  private static final class Support {
    private static final double LOOSE = 1;

    private final boolean[] free;
    private final int[] beadOfSource;
    private final int[] beadOfTarget;
    private final double[] sources;
    private final double[] targets;

    /** Linked beads before each bead of the way, and beads before it that must not be crossed. */
    private final int[] linksBefore;

    private final int[] barsBefore;

    Support(List<Bead> way, boolean[] free, boolean layout) {
      this.free = free;
      int sourceSize = way.stream().mapToInt(Bead::sourceCount).sum();
      int targetSize = way.stream().mapToInt(Bead::targetCount).sum();
      beadOfSource = new int[sourceSize];
      beadOfTarget = new int[targetSize];
      sources = new double[sourceSize];
      targets = new double[targetSize];
      linksBefore = new int[way.size() + 1];
      barsBefore = new int[way.size() + 1];
      for (int at = 0; at < way.size(); at++) {
        Bead bead = way.get(at);
        Arrays.fill(beadOfSource, bead.sourceStart(), bead.sourceEnd(), at);
        Arrays.fill(beadOfTarget, bead.targetStart(), bead.targetEnd(), at);
        linksBefore[at + 1] = linksBefore[at] + (bead.linked() ? 1 : 0);
        // What people have set is crossed by whole paragraphs alone, as by their own links.
        barsBefore[at + 1] = barsBefore[at] + (free[at] || layout ? 0 : 1);
      }
    }

    /** Counts a sight that lies on the way; false when it lies off it. */
    boolean take(RareWords.Sight sight) {
      int one = beadOfSource[sight.source()];
      int other = beadOfTarget[sight.target()];
      int first = Math.min(one, other);
      int last = Math.max(one, other);
      boolean between = last > first && linksBefore[last] > linksBefore[first + 1];
      boolean barred = last > first && barsBefore[last] > barsBefore[first + 1];
      boolean on = !free[one] || !free[other] || !between || barred;
      if (on) {
        sources[sight.source()] += sight.likeness();
        targets[sight.target()] += sight.likeness();
      }
      return on;
    }

    double ofSources(int from, int to) {
      return sum(sources, from, to);
    }

    double ofTargets(int from, int to) {
      return sum(targets, from, to);
    }

    private static double sum(double[] values, int from, int to) {
      double sum = 0;
      for (int at = from; at < to; at++) {
        sum += values[at];
      }
      return sum;
    }

    boolean isLooseSource(int segment) {
      return segment >= 0
          && segment < sources.length
          && sources[segment] < LOOSE
          && free[beadOfSource[segment]];
    }

    boolean isLooseTarget(int segment) {
      return segment >= 0
          && segment < targets.length
          && targets[segment] < LOOSE
          && free[beadOfTarget[segment]];
    }
  }
}
