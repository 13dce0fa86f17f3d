package org.cotejo.search.relevance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cotejo.search.bench.WrittenPaper;
import org.cotejo.search.lexicon.Lexica;
import org.cotejo.search.lexicon.Lexicon;
import org.cotejo.search.lexicon.LexiconLimits;
import org.cotejo.search.projection.Bitext;
import org.cotejo.search.projection.ReadingText;
import org.cotejo.search.retrieval.Folding;

/**
 * A lexicon learned from the translated papers of an archive alone, misread as they are, by the
 * first model of IBM (Brown and others 1993). It stands in for that of translation-service.
 */
final class LearnedLexicon {
  private static final int ROUNDS = 8;
  private static final int LEAST_LINKS = 2;
  private static final String NOTHING = "";

  private LearnedLexicon() {}

  private record Link(List<String> spanish, List<String> english) {
    Link turned() {
      return new Link(english, spanish);
    }
  }

  private record Pair(String from, String to) {}

  static Lexica of(List<WrittenPaper> papers) {
    List<Link> links = papers.stream().flatMap(paper -> links(paper).stream()).toList();
    Map<Pair, Double> english = learned(links);
    Map<Pair, Double> spanish = learned(links.stream().map(Link::turned).toList());
    Map<Pair, Integer> together = new HashMap<>();
    for (Link link : links) {
      link.english().stream()
          .distinct()
          .forEach(
              word ->
                  link.spanish().stream()
                      .distinct()
                      .forEach(other -> together.merge(new Pair(word, other), 1, Integer::sum)));
    }
    List<Lexicon.Entry> entries = new ArrayList<>();
    together.forEach(
        (pair, count) -> {
          if (count >= LEAST_LINKS) {
            entries.add(
                new Lexicon.Entry(
                    pair.from(),
                    pair.to(),
                    spanish.getOrDefault(pair, 0.0),
                    english.getOrDefault(new Pair(pair.to(), pair.from()), 0.0)));
          }
        });
    return new Lexica(Lexicon.of("en", "es", entries, new LexiconLimits(0.1, 5, 1_000_000)));
  }

  private static List<Link> links(WrittenPaper paper) {
    List<Link> links = new ArrayList<>();
    ReadingText text = paper.text();
    for (Bitext bitext : paper.bitexts()) {
      for (int number = 0; number < text.segments().size(); number++) {
        links.add(
            new Link(
                words(text.text(), text.segments().get(number)),
                words(bitext.text(), bitext.segments().get(number))));
      }
    }
    return links;
  }

  private static List<String> words(String text, ReadingText.Segment segment) {
    return Folding.words(text.substring(segment.start(), segment.end()))
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * The probability of the second word given the first, from the first side of links to the second.
   */
  private static Map<Pair, Double> learned(List<Link> links) {
    Map<Pair, Double> probabilities = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      Map<Pair, Double> counts = new HashMap<>();
      Map<String, Double> totals = new HashMap<>();
      for (Link link : links) {
        List<String> sources = new ArrayList<>(link.spanish());
        sources.add(NOTHING);
        for (String target : link.english()) {
          double all = 0;
          for (String source : sources) {
            all += round == 0 ? 1 : probabilities.getOrDefault(new Pair(source, target), 0.0);
          }
          for (String source : sources) {
            double share =
                (round == 0 ? 1 : probabilities.getOrDefault(new Pair(source, target), 0.0)) / all;
            counts.merge(new Pair(source, target), share, Double::sum);
            totals.merge(source, share, Double::sum);
          }
        }
      }
      probabilities.clear();
      counts.forEach(
          (pair, count) -> probabilities.put(pair, count / totals.getOrDefault(pair.from(), 1.0)));
    }
    return probabilities;
  }
}
