package org.cotejo.search.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts a document into passages; linear in the length of its texts. */
public final class Passages {
  private final ReadingText original;
  private final Map<String, ReadingText.Segment> segments;
  private final List<Side> sides;

  /** A translation with its segments by id and its links by original segment. */
  private record Side(
      Bitext bitext,
      Map<String, ReadingText.Segment> segments,
      Map<String, List<Bitext.Link>> linksBySource,
      WordPairs pairs) {
    static Side of(Bitext bitext, ReadingText original, WordPairs.SameName names) {
      Map<String, ReadingText.Segment> there = byId(original.segments());
      Map<String, ReadingText.Segment> here = byId(bitext.segments());
      List<WordPairs.Texts> texts =
          bitext.links().stream()
              .map(
                  link ->
                      new WordPairs.Texts(
                          joined(original.text(), found(link.source(), there)),
                          joined(bitext.text(), found(link.target(), here))))
              .toList();
      Map<String, List<Bitext.Link>> links = new HashMap<>();
      for (Bitext.Link link : bitext.links()) {
        link.source().forEach(id -> links.computeIfAbsent(id, _ -> new ArrayList<>()).add(link));
      }
      return new Side(bitext, here, links, new WordPairs(texts, names));
    }

    List<Bitext.Link> linksOf(String sourceSegment) {
      return linksBySource.getOrDefault(sourceSegment, List.of());
    }

    String text(Bitext.Link link) {
      return joined(bitext.text(), found(link.target(), segments));
    }

    /** The translated side, with its words that stand for those of a text of the original. */
    Passage.Counterpart translated(Bitext.Link link, String of) {
      String text = text(link);
      return new Passage.Counterpart(
          Passage.Role.TRANSLATION,
          bitext.language(),
          text,
          link.target(),
          pairs.of(new WordPairs.Texts(of, text)));
    }
  }

  private Passages(ReadingText original, List<Bitext> bitexts, WordPairs.SameName names) {
    this.original = original;
    this.segments = byId(original.segments());
    this.sides = bitexts.stream().map(bitext -> Side.of(bitext, original, names)).toList();
  }

  /**
   * All passages: one a segment of the original, in the order of the text, then for each
   * translation one a link and one a segment without link.
   *
   * @param names tells forms of one name
   */
  public static List<Passage> of(
      ReadingText original, List<Bitext> bitexts, WordPairs.SameName names) {
    Passages passages = new Passages(original, bitexts, names);
    List<Passage> all = new ArrayList<>();
    original.segments().forEach(segment -> all.add(passages.ofOriginal(segment)));
    passages.sides.forEach(side -> all.addAll(passages.ofTranslation(side)));
    return List.copyOf(all);
  }

  private Passage ofOriginal(ReadingText.Segment segment) {
    String text = original.text().substring(segment.start(), segment.end());
    List<Passage.Counterpart> counterparts = new ArrayList<>();
    for (Side side : sides) {
      side.linksOf(segment.id()).forEach(link -> counterparts.add(side.translated(link, text)));
    }
    return new Passage(
        segment.id(),
        Passage.Role.ORIGINAL,
        original.language(),
        text,
        List.of(segment.id()),
        placedWords(segment, 0),
        lineBoxes(List.of(segment)),
        counterparts);
  }

  private List<Passage> ofTranslation(Side side) {
    List<Passage> passages = new ArrayList<>();
    Set<String> linked = new HashSet<>();
    for (Bitext.Link link : side.bitext().links()) {
      linked.addAll(link.target());
      List<ReadingText.Segment> sources = found(link.source(), segments);
      String language = side.bitext().language();
      Passage.Counterpart whole = originalOf(side, link, sources);
      passages.add(
          new Passage(
              language + ":" + String.join("+", link.target()),
              Passage.Role.TRANSLATION,
              language,
              side.text(link),
              link.target(),
              wordsThatStandFor(whole.pairs(), sources),
              lineBoxes(sources),
              counterpartsOf(side, link, whole)));
    }
    side.bitext().segments().stream()
        .filter(segment -> !linked.contains(segment.id()))
        .forEach(segment -> passages.add(alone(side.bitext(), segment)));
    return passages;
  }

  /** The original, and the other translations of the same original segments. */
  private List<Passage.Counterpart> counterpartsOf(
      Side side, Bitext.Link link, Passage.Counterpart whole) {
    List<Passage.Counterpart> counterparts = new ArrayList<>();
    counterparts.add(whole);
    for (Side other : sides) {
      if (!other.bitext().language().equals(side.bitext().language())) {
        link.source().stream()
            .flatMap(id -> other.linksOf(id).stream())
            .distinct()
            .forEach(candidate -> counterparts.add(other.translated(candidate, "")));
      }
    }
    return counterparts;
  }

  private Passage.Counterpart originalOf(
      Side side, Bitext.Link link, List<ReadingText.Segment> sources) {
    String text = joined(original.text(), sources);
    List<WordPairs.Pair> pairs =
        side.pairs().of(new WordPairs.Texts(text, side.text(link))).stream()
            .map(WordPairs.Pair::turned)
            .toList();
    return new Passage.Counterpart(
        Passage.Role.ORIGINAL, original.language(), text, link.source(), pairs);
  }

  /** Words of a translation with the boxes of those words of the original for which they stand. */
  private List<Passage.PlacedWord> wordsThatStandFor(
      List<WordPairs.Pair> pairs, List<ReadingText.Segment> sources) {
    List<Passage.PlacedWord> there = new ArrayList<>();
    int offset = 0;
    for (ReadingText.Segment segment : sources) {
      there.addAll(placedWords(segment, offset));
      offset += segment.end() - segment.start() + 1;
    }
    List<Passage.PlacedWord> words = new ArrayList<>();
    for (WordPairs.Pair pair : pairs) {
      List<Box> boxes =
          there.stream()
              .filter(word -> word.start() < pair.otherEnd() && pair.otherStart() < word.end())
              .flatMap(word -> word.boxes().stream())
              .toList();
      if (!boxes.isEmpty()) {
        words.add(new Passage.PlacedWord(pair.start(), pair.end(), boxes));
      }
    }
    return words;
  }

  private static Passage alone(Bitext bitext, ReadingText.Segment segment) {
    return new Passage(
        bitext.language() + ":" + segment.id(),
        Passage.Role.TRANSLATION,
        bitext.language(),
        bitext.text().substring(segment.start(), segment.end()),
        List.of(segment.id()),
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * The words of a segment.
   *
   * @param offset at which the segment begins in the text that is cut
   */
  private List<Passage.PlacedWord> placedWords(ReadingText.Segment segment, int offset) {
    return wordsOf(segment)
        .map(
            word ->
                new Passage.PlacedWord(
                    offset + Math.max(0, word.start() - segment.start()),
                    offset + Math.min(segment.end(), word.end()) - segment.start(),
                    word.boxes().stream().map(ReadingText.LineBox::box).toList(),
                    word.confidence()))
        .toList();
  }

  /** The words' boxes, those of one line of one page drawn together. */
  private List<Box> lineBoxes(List<ReadingText.Segment> of) {
    Map<String, Box> byLine = new LinkedHashMap<>();
    of.stream()
        .flatMap(this::wordsOf)
        .flatMap(word -> word.boxes().stream())
        .forEach(
            placed ->
                byLine.merge(placed.box().page() + "/" + placed.line(), placed.box(), Box::around));
    return List.copyOf(byLine.values());
  }

  /** The words that a segment touches, found by bisection since words are in order. */
  private Stream<ReadingText.Word> wordsOf(ReadingText.Segment segment) {
    List<ReadingText.Word> words = original.words();
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).end() <= segment.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return words.subList(low, words.size()).stream()
        .takeWhile(word -> word.start() < segment.end());
  }

  private static String joined(String text, List<ReadingText.Segment> segments) {
    return segments.stream()
        .map(segment -> text.substring(segment.start(), segment.end()))
        .collect(Collectors.joining(" "));
  }

  private static List<ReadingText.Segment> found(
      List<String> ids, Map<String, ReadingText.Segment> segments) {
    return ids.stream().flatMap(id -> Optional.ofNullable(segments.get(id)).stream()).toList();
  }

  private static Map<String, ReadingText.Segment> byId(List<ReadingText.Segment> segments) {
    return segments.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                ReadingText.Segment::id, segment -> segment, (first, _) -> first));
  }
}
