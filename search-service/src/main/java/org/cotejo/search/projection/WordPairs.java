package org.cotejo.search.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.search.retrieval.Folding;
import org.cotejo.search.retrieval.Spelling;

/**
 * Which word of a translation stands for which word of the original, learned from the links of one
 * document: words that keep company again and again (Dice's coefficient), names that sound alike,
 * words that are spelt alike. In each link the surest pair is taken first and each word once
 * (competitive linking, Melamed 2000). A word of which nothing speaks has no pair.
 */
public final class WordPairs {
  /** Texts of so many links tell enough; more only take time. */
  private static final int LINKS_LEARNED = 5_000;

  /** A link of more words is no sentence; its pairs are not looked for. */
  private static final int WORDS_OF_A_LINK = 120;

  /** Endings differ, so words are counted by their beginnings. */
  private static final int STEM = 6;

  private static final int LEAST_MEETINGS = 2;
  private static final double LEAST_COMPANY = 0.6;
  private static final double SAME = 3;
  private static final double SAME_NAME = 2;
  private static final double ALIKE = 1.5;
  private static final int SHORTEST_ALIKE = 5;

  private final SameName names;
  private final Map<String, Integer> sources = new HashMap<>();
  private final Map<String, Integer> targets = new HashMap<>();

  /** How often a word of the source met a word of the target. */
  private final Map<String, Map<String, Integer>> meetings = new HashMap<>();

  /** A link is asked for from both sides. */
  private final Map<Texts, List<Pair>> known = new HashMap<>();

  /** Tells whether two words are forms of one name. */
  @FunctionalInterface
  public interface SameName {
    boolean test(String source, String target);
  }

  /** Both sides of a link. */
  public record Texts(String source, String target) {}

  /** A word of the source and the word of the target that stands for it, by their offsets. */
  public record Pair(int start, int end, int otherStart, int otherEnd) {
    /** The same seen from the other side. */
    public Pair turned() {
      return new Pair(otherStart, otherEnd, start, end);
    }
  }

  /** A word of a text, folded once, since each is compared with every word of the other side. */
  private record FoldedWord(int start, int end, String written, String folded, String stem) {
    static List<FoldedWord> of(String text) {
      return Folding.words(text)
          .map(
              word -> {
                String folded = Folding.fold(word.group());
                return new FoldedWord(
                    word.start(), word.end(), word.group(), folded, WordPairs.stem(folded));
              })
          .toList();
    }

    boolean telling() {
      return folded.length() >= 4
          || (!folded.isEmpty() && Character.isDigit(folded.codePointAt(0)));
    }
  }

  private record Candidate(FoldedWord source, FoldedWord target, double score) {}

  /** Learns from a document. */
  public WordPairs(List<Texts> links, SameName names) {
    this.names = names;
    for (Texts link : links.subList(0, Math.min(LINKS_LEARNED, links.size()))) {
      Set<String> there = stems(link.source());
      Set<String> here = stems(link.target());
      if (there.size() <= WORDS_OF_A_LINK && here.size() <= WORDS_OF_A_LINK) {
        here.forEach(word -> targets.merge(word, 1, Integer::sum));
        for (String word : there) {
          sources.merge(word, 1, Integer::sum);
          Map<String, Integer> met = meetings.computeIfAbsent(word, _ -> new HashMap<>());
          here.forEach(other -> met.merge(other, 1, Integer::sum));
        }
      }
    }
  }

  /** The pairs of one link, in the order of the source. */
  public List<Pair> of(Texts link) {
    return known.computeIfAbsent(link, this::found);
  }

  private List<Pair> found(Texts link) {
    List<FoldedWord> there = FoldedWord.of(link.source());
    List<FoldedWord> here = FoldedWord.of(link.target());
    if (there.size() > WORDS_OF_A_LINK || here.size() > WORDS_OF_A_LINK) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (FoldedWord source : there) {
      Map<String, Integer> met = meetings.getOrDefault(source.stem(), Map.of());
      for (FoldedWord target : here) {
        double score = score(source, target, met);
        if (score > 0) {
          candidates.add(new Candidate(source, target, score));
        }
      }
    }
    return surestFirst(candidates, link);
  }

  /** Between equals the words that stand at like places in their texts. */
  private static List<Pair> surestFirst(List<Candidate> candidates, Texts link) {
    candidates.sort(
        Comparator.comparingDouble((Candidate candidate) -> -candidate.score())
            .thenComparingDouble(candidate -> apart(candidate, link)));
    Set<Integer> taken = new HashSet<>();
    Set<Integer> takenThere = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    for (Candidate candidate : candidates) {
      FoldedWord source = candidate.source();
      FoldedWord target = candidate.target();
      if (!taken.contains(source.start()) && !takenThere.contains(target.start())) {
        taken.add(source.start());
        takenThere.add(target.start());
        pairs.add(new Pair(source.start(), source.end(), target.start(), target.end()));
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::start));
    return List.copyOf(pairs);
  }

  private static double apart(Candidate candidate, Texts link) {
    return Math.abs(
        (double) candidate.source().start() / link.source().length()
            - (double) candidate.target().start() / link.target().length());
  }

  /**
   * How much speaks for a pair.
   *
   * @param met how often the word of the source met words of the target
   */
  private double score(FoldedWord source, FoldedWord target, Map<String, Integer> met) {
    if (source.folded().equals(target.folded()) && source.telling()) {
      return SAME;
    }
    if (names.test(source.written(), target.written())) {
      return SAME_NAME;
    }
    if (alike(source.folded(), target.folded())) {
      return ALIKE;
    }
    int together = met.getOrDefault(target.stem(), 0);
    if (together < LEAST_MEETINGS) {
      return 0;
    }
    double company =
        2.0
            * together
            / (sources.getOrDefault(source.stem(), 0) + targets.getOrDefault(target.stem(), 0));
    return company >= LEAST_COMPANY ? company : 0;
  }

  /** Words of one root: inspección and inspection, cónsul and consul. */
  private static boolean alike(String there, String here) {
    int length = Math.min(there.length(), here.length());
    if (length < SHORTEST_ALIKE || there.charAt(0) != here.charAt(0)) {
      return false;
    }
    int most = Math.max(there.length(), here.length()) / 4;
    return Math.abs(there.length() - here.length()) <= most
        && Spelling.distance(there, here) <= most;
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    Folding.words(text).forEach(word -> stems.add(stem(Folding.fold(word.group()))));
    return stems;
  }

  private static String stem(String folded) {
    return folded.substring(0, Math.min(STEM, folded.length()));
  }
}
