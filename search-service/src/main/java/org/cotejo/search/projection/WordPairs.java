package org.cotejo.search.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
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
  private final Map<Meeting, Integer> meetings = new HashMap<>();

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

  private record Meeting(String source, String target) {}

  private record Candidate(MatchResult source, MatchResult target, double score) {}

  /** Learns from a document. */
  public WordPairs(List<Texts> links, SameName names) {
    this.names = names;
    for (Texts link : links.subList(0, Math.min(LINKS_LEARNED, links.size()))) {
      Set<String> there = stems(link.source());
      Set<String> here = stems(link.target());
      if (there.size() <= WORDS_OF_A_LINK && here.size() <= WORDS_OF_A_LINK) {
        there.forEach(word -> sources.merge(word, 1, Integer::sum));
        here.forEach(word -> targets.merge(word, 1, Integer::sum));
        for (String word : there) {
          here.forEach(other -> meetings.merge(new Meeting(word, other), 1, Integer::sum));
        }
      }
    }
  }

  /** The pairs of one link, in the order of the source. */
  public List<Pair> of(Texts link) {
    List<MatchResult> there = Folding.words(link.source()).toList();
    List<MatchResult> here = Folding.words(link.target()).toList();
    if (there.size() > WORDS_OF_A_LINK || here.size() > WORDS_OF_A_LINK) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (MatchResult source : there) {
      for (MatchResult target : here) {
        double score = score(source.group(), target.group());
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
      MatchResult source = candidate.source();
      MatchResult target = candidate.target();
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

  private double score(String source, String target) {
    String there = Folding.fold(source);
    String here = Folding.fold(target);
    boolean telling = there.length() >= 4 || Character.isDigit(there.codePointAt(0));
    if (there.equals(here) && telling) {
      return SAME;
    }
    if (names.test(source, target)) {
      return SAME_NAME;
    }
    if (alike(there, here)) {
      return ALIKE;
    }
    int together = meetings.getOrDefault(new Meeting(stem(there), stem(here)), 0);
    if (together < LEAST_MEETINGS) {
      return 0;
    }
    double company =
        2.0
            * together
            / (sources.getOrDefault(stem(there), 0) + targets.getOrDefault(stem(here), 0));
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
