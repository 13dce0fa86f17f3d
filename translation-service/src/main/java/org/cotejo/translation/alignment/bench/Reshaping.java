package org.cotejo.translation.alignment.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.cotejo.translation.alignment.bench.AlignmentScore.Pair;

/** Changes of the original's segments, and what the gold becomes by them. */
final class Reshaping {
  private static final int LEAST_WORDS_TO_SPLIT = 8;
  private static final int LEAST_PAGE = 4;
  private static final int BETWEEN_MOVES = 60;

  /** Where each old segment of the original is found: none, one or several new ones. */
  private final List<List<Integer>> places = new ArrayList<>();

  private final List<String> source = new ArrayList<>();

  private Reshaping() {}

  static GoldBitext split(GoldBitext set, double share, Random random) {
    Reshaping reshaping = new Reshaping();
    for (String line : set.source()) {
      List<String> words = List.of(line.split(" ", -1));
      if (words.size() < LEAST_WORDS_TO_SPLIT || random.nextDouble() >= share) {
        reshaping.keep(line);
        continue;
      }
      int cut = random.nextInt(2, words.size() - 2);
      reshaping.places.add(
          List.of(
              reshaping.add(String.join(" ", words.subList(0, cut))),
              reshaping.add(String.join(" ", words.subList(cut, words.size())))));
    }
    return reshaping.applied(set);
  }

  static GoldBitext joined(GoldBitext set, double share, Random random) {
    Reshaping reshaping = new Reshaping();
    boolean open = false;
    for (String line : set.source()) {
      if (open) {
        int last = reshaping.source.size() - 1;
        reshaping.source.set(last, reshaping.source.get(last) + " " + line);
        reshaping.places.add(List.of(last));
        open = false;
      } else {
        reshaping.keep(line);
        open = random.nextDouble() < share;
      }
    }
    return reshaping.applied(set);
  }

  static GoldBitext withoutPage(GoldBitext set, double share, Random random) {
    Set<Integer> page = new HashSet<>(page(set, share, random));
    Reshaping reshaping = new Reshaping();
    for (int i = 0; i < set.source().size(); i++) {
      if (page.contains(i)) {
        reshaping.places.add(List.of());
      } else {
        reshaping.keep(set.source().get(i));
      }
    }
    return reshaping.applied(set);
  }

  static GoldBitext withPageTwice(GoldBitext set, double share, Random random) {
    List<Integer> page = page(set, share, random);
    int end = page.isEmpty() ? 0 : page.getLast() + 1;
    List<String> source = new ArrayList<>(set.source().subList(0, end));
    page.forEach(i -> source.add(set.source().get(i)));
    source.addAll(set.source().subList(end, set.source().size()));
    List<List<Pair>> golds = new ArrayList<>();
    for (List<Pair> gold : set.golds()) {
      golds.add(twice(gold, page, end, false));
      golds.add(twice(gold, page, end, true));
    }
    return new GoldBitext(set.name(), set.languages(), source, set.target(), golds);
  }

  /** The gold in which the first or the second copy of the page is linked. */
  private static List<Pair> twice(List<Pair> gold, List<Integer> page, int end, boolean second) {
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : gold) {
      boolean copied = !pair.source().isEmpty() && page.containsAll(pair.source());
      boolean moves = (copied && second) || pair.source().stream().anyMatch(i -> i >= end);
      pairs.add(
          new Pair(
              pair.source().stream().map(i -> moves ? i + page.size() : i).toList(),
              pair.target()));
    }
    page.forEach(i -> pairs.add(new Pair(List.of(second ? i : i + page.size()), List.of())));
    return pairs;
  }

  static GoldBitext withHeaders(GoldBitext set, int segmentsOfPage) {
    Set<Integer> starts = new HashSet<>();
    set.gold().stream()
        .filter(pair -> !pair.source().isEmpty())
        .forEach(pair -> starts.add(pair.source().getFirst()));
    Reshaping reshaping = new Reshaping();
    List<Pair> headers = new ArrayList<>();
    int since = 0;
    for (int i = 0; i < set.source().size(); i++) {
      if (since >= segmentsOfPage && starts.contains(i)) {
        String header = "PORT AUTHORITY OF EASTHAVEN - " + (headers.size() + 2) + " -";
        headers.add(new Pair(List.of(reshaping.add(header)), List.of()));
        since = 0;
      }
      reshaping.keep(set.source().get(i));
      since++;
    }
    GoldBitext reshaped = reshaping.applied(set);
    List<Pair> gold = new ArrayList<>(reshaped.gold());
    gold.addAll(headers);
    return new GoldBitext(
        set.name(), set.languages(), reshaped.source(), set.target(), List.of(gold));
  }

  /**
   * Every thirtieth bead or so with some after it changes places with as many beads behind them, or
   * once in a short set.
   */
  static GoldBitext moved(GoldBitext set, int beads, Random random) {
    List<Pair> linked = set.gold().stream().filter(pair -> !pair.source().isEmpty()).toList();
    List<List<Integer>> blocks = new ArrayList<>();
    int every = Math.min(BETWEEN_MOVES, Math.max(2 * beads + 1, linked.size() / 2));
    int at = 0;
    while (at < linked.size()) {
      int from = at + random.nextInt(Math.max(1, every / 4));
      int last = Math.min(linked.size(), at + every);
      int end = from + beads;
      int to = Math.min(last, end + beads + random.nextInt(every / 2 + 1));
      if (end < to) {
        blocks.add(sources(linked, at, from));
        blocks.add(sources(linked, end, to));
        blocks.add(sources(linked, from, end));
        blocks.add(sources(linked, to, last));
      } else {
        blocks.add(sources(linked, at, last));
      }
      at = last;
    }
    Reshaping reshaping = new Reshaping();
    Integer[] places = new Integer[set.source().size()];
    for (List<Integer> block : blocks) {
      for (int old : block) {
        places[old] = reshaping.add(set.source().get(old));
      }
    }
    for (int old = 0; old < places.length; old++) {
      reshaping.places.add(places[old] == null ? List.of() : List.of(places[old]));
    }
    return reshaping.applied(set);
  }

  private static List<Integer> sources(List<Pair> beads, int from, int to) {
    return beads.subList(from, to).stream().flatMap(pair -> pair.source().stream()).toList();
  }

  /** Consecutive source segments of whole beads, from somewhere in the middle. */
  private static List<Integer> page(GoldBitext set, double share, Random random) {
    List<Pair> gold = set.gold();
    int length = Math.max(LEAST_PAGE, (int) (set.source().size() * share));
    int first = gold.size() / 4 + random.nextInt(Math.max(1, gold.size() / 4));
    List<Integer> page = new ArrayList<>();
    for (int at = first; at < gold.size() && page.size() < length; at++) {
      page.addAll(gold.get(at).source());
    }
    return page;
  }

  private void keep(String line) {
    places.add(List.of(add(line)));
  }

  private int add(String line) {
    source.add(line);
    return source.size() - 1;
  }

  private GoldBitext applied(GoldBitext set) {
    return new GoldBitext(
        set.name(),
        set.languages(),
        source,
        set.target(),
        set.golds().stream().map(this::moved).toList());
  }

  /** The gold with the new places; beads that came to share a segment become one. */
  private List<Pair> moved(List<Pair> gold) {
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : gold) {
      List<Integer> sources =
          pair.source().stream().map(places::get).flatMap(Collection::stream).distinct().toList();
      if (!pair.source().isEmpty() && sources.isEmpty()) {
        pair.target().forEach(target -> pairs.add(new Pair(List.of(), List.of(target))));
        continue;
      }
      int sharing = sharing(pairs, sources);
      if (pair.target().isEmpty() && sources.size() > 1) {
        sources.forEach(source -> pairs.add(new Pair(List.of(source), List.of())));
      } else if (sharing >= 0) {
        Pair other = pairs.get(sharing);
        pairs.set(
            sharing,
            new Pair(union(other.source(), sources), union(other.target(), pair.target())));
      } else {
        pairs.add(new Pair(sources, pair.target()));
      }
    }
    return pairs;
  }

  /** The last bead that holds one of the segments; -1 when there is none. */
  private static int sharing(List<Pair> pairs, List<Integer> sources) {
    for (int at = pairs.size() - 1; at >= 0 && !sources.isEmpty(); at--) {
      List<Integer> held = pairs.get(at).source();
      if (held.stream().anyMatch(sources::contains)) {
        return at;
      }
      if (!held.isEmpty()) {
        return -1;
      }
    }
    return -1;
  }

  private static List<Integer> union(List<Integer> one, List<Integer> other) {
    Set<Integer> both = new TreeSet<>(one);
    both.addAll(other);
    return List.copyOf(both);
  }
}
