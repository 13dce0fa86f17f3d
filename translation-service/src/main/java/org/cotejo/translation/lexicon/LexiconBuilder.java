package org.cotejo.translation.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cotejo.translation.alignment.LinkedText;
import org.cotejo.translation.alignment.PlainWord;
import org.cotejo.translation.alignment.WordPair;
import org.cotejo.translation.alignment.WordTranslations;

/**
 * Learns the lexicon of two languages from the links of one document after the other.
 *
 * <p>Links are learned from in batches ({@link WordTranslations}), each on its own, and what they
 * believe is summed up: memory stays bounded however many documents there are. A pair's probability
 * is the sum of its confidences over the occurrences of the word. The same documents in the same
 * order give the same lexicon.
 */
public final class LexiconBuilder {
  /** Rises when the same links come to teach something else: it is part of the fingerprint. */
  public static final int VERSION = 1;

  // A pair of words that is believed less is left out of the sums.
  private static final double BELIEVED = .3;

  private final LanguagePair pair;
  private final LearningLimits limits;
  private final List<LinkedText> waiting = new ArrayList<>();
  private final List<Integer> waitingDocuments = new ArrayList<>();
  private final Map<String, Word> firsts = new HashMap<>();
  private final Map<String, Word> seconds = new HashMap<>();
  private final Map<String, Pair> pairs = new HashMap<>();
  private int documents;
  private int links;

  public LexiconBuilder(LanguagePair pair, LearningLimits limits) {
    this.pair = pair;
    this.limits = limits;
  }

  /** Whether as much has been taken in as may be. */
  public boolean isFull() {
    return links >= limits.links();
  }

  /**
   * Takes in a document.
   *
   * @param texts its links, the first language as source
   * @return whether it taught something: false when it has no link of sufficient confidence, or
   *     when no more may be taken in
   */
  public boolean add(List<LinkedText> texts) {
    int before = links;
    for (LinkedText text : texts) {
      if (text.confidence() >= limits.leastConfidence() && !isFull()) {
        waiting.add(text);
        waitingDocuments.add(documents);
        links++;
        if (waiting.size() == limits.batch()) {
          learn();
        }
      }
    }
    if (links == before) {
      return false;
    }
    documents++;
    return true;
  }

  /** What has been learned. */
  public ArchiveLexicon build() {
    learn();
    return new ArchiveLexicon(pair, documents, links, pruned());
  }

  private void learn() {
    if (waiting.isEmpty()) {
      return;
    }
    WordTranslations model = WordTranslations.learn(waiting);
    for (int k = 0; k < waiting.size(); k++) {
      LinkedText link = waiting.get(k);
      count(link.source(), firsts);
      count(link.target(), seconds);
      Set<String> inLink = new HashSet<>();
      for (WordPair found : model.pairs(link.source(), link.target(), BELIEVED)) {
        if (found.source().isWord() && found.target().isWord()) {
          add(found, waitingDocuments.get(k), inLink);
        }
      }
    }
    waiting.clear();
    waitingDocuments.clear();
  }

  private static void count(String text, Map<String, Word> words) {
    for (PlainWord word : PlainWord.in(text)) {
      if (word.isWord()) {
        words.computeIfAbsent(key(word.written()), key -> new Word()).seen(word.written());
      }
    }
  }

  private void add(WordPair found, int document, Set<String> inLink) {
    String first = key(found.source().written());
    String second = key(found.target().written());
    String name = first + '\t' + second;
    pairs
        .computeIfAbsent(name, key -> new Pair(first, second))
        .seen(found.confidence(), document, inLink.add(name));
  }

  private List<LexiconEntry> pruned() {
    Map<String, Integer> ofFirst = new HashMap<>();
    Map<String, Integer> ofSecond = new HashMap<>();
    List<LexiconEntry> kept = new ArrayList<>();
    List<LexiconEntry> ranked =
        pairs.values().stream()
            .filter(found -> found.links >= limits.leastLinks())
            .map(this::entry)
            .filter(
                entry ->
                    Math.max(entry.firstToSecond(), entry.secondToFirst())
                        >= limits.leastProbability())
            .sorted(
                Comparator.comparingDouble(LexiconBuilder::weight)
                    .reversed()
                    .thenComparing(LexiconEntry::first)
                    .thenComparing(LexiconEntry::second))
            .toList();
    for (LexiconEntry entry : ranked) {
      if (kept.size() < limits.entries()
          && ofFirst.getOrDefault(entry.first(), 0) < limits.translations()
          && ofSecond.getOrDefault(entry.second(), 0) < limits.translations()) {
        ofFirst.merge(entry.first(), 1, Integer::sum);
        ofSecond.merge(entry.second(), 1, Integer::sum);
        kept.add(entry);
      }
    }
    return kept;
  }

  /** How well founded a pair is: seen often, and a good share of both words. */
  private static double weight(LexiconEntry entry) {
    return entry.links() * Math.sqrt(entry.firstToSecond() * entry.secondToFirst());
  }

  private LexiconEntry entry(Pair found) {
    Word first = firsts.getOrDefault(found.first, new Word());
    Word second = seconds.getOrDefault(found.second, new Word());
    return new LexiconEntry(
        first.form(),
        second.form(),
        found.sum / (first.count + 1),
        found.sum / (second.count + 1),
        found.links,
        found.documents);
  }

  /** Accents tell words apart, capitals do not. */
  private static String key(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** A word of one side and how it is written. */
  private static final class Word {
    private final Map<String, Integer> forms = new TreeMap<>();
    private int count;

    void seen(String written) {
      count++;
      forms.merge(Normalizer.normalize(written, Normalizer.Form.NFC), 1, Integer::sum);
    }

    /** The most frequent form; of equals the last in the alphabet, which is the one in small. */
    String form() {
      String best = "";
      int most = 0;
      for (Map.Entry<String, Integer> form : forms.entrySet()) {
        if (form.getValue() >= most) {
          best = form.getKey();
          most = form.getValue();
        }
      }
      return best;
    }
  }

  /** Two words and what has been seen of them together. */
  private static final class Pair {
    private final String first;
    private final String second;
    private double sum;
    private int links;
    private int documents;
    private int lastDocument = -1;

    Pair(String first, String second) {
      this.first = first;
      this.second = second;
    }

    void seen(double confidence, int document, boolean newLink) {
      sum += confidence;
      links += newLink ? 1 : 0;
      if (document != lastDocument) {
        documents++;
        lastDocument = document;
      }
    }
  }
}
