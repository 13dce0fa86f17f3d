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
      Map<String, List<Bitext.Link>> linksBySource) {
    static Side of(Bitext bitext) {
      Map<String, List<Bitext.Link>> links = new HashMap<>();
      for (Bitext.Link link : bitext.links()) {
        link.source().forEach(id -> links.computeIfAbsent(id, _ -> new ArrayList<>()).add(link));
      }
      return new Side(bitext, byId(bitext.segments()), links);
    }

    List<Bitext.Link> linksOf(String sourceSegment) {
      return linksBySource.getOrDefault(sourceSegment, List.of());
    }

    Passage.Counterpart translated(Bitext.Link link) {
      return new Passage.Counterpart(
          Passage.Role.TRANSLATION,
          bitext.language(),
          joined(bitext.text(), found(link.target(), segments)),
          link.target());
    }
  }

  private Passages(ReadingText original, List<Bitext> bitexts) {
    this.original = original;
    this.segments = byId(original.segments());
    this.sides = bitexts.stream().map(Side::of).toList();
  }

  /**
   * All passages: one a segment of the original, in the order of the text, then for each
   * translation one a link and one a segment without link.
   */
  public static List<Passage> of(ReadingText original, List<Bitext> bitexts) {
    Passages passages = new Passages(original, bitexts);
    List<Passage> all = new ArrayList<>();
    original.segments().forEach(segment -> all.add(passages.ofOriginal(segment)));
    passages.sides.forEach(side -> all.addAll(passages.ofTranslation(side)));
    return List.copyOf(all);
  }

  private Passage ofOriginal(ReadingText.Segment segment) {
    List<Passage.Counterpart> counterparts = new ArrayList<>();
    for (Side side : sides) {
      side.linksOf(segment.id()).forEach(link -> counterparts.add(side.translated(link)));
    }
    return new Passage(
        segment.id(),
        Passage.Role.ORIGINAL,
        original.language(),
        original.text().substring(segment.start(), segment.end()),
        List.of(segment.id()),
        placedWords(segment),
        lineBoxes(List.of(segment)),
        counterparts);
  }

  private List<Passage> ofTranslation(Side side) {
    List<Passage> passages = new ArrayList<>();
    Set<String> linked = new HashSet<>();
    for (Bitext.Link link : side.bitext().links()) {
      linked.addAll(link.target());
      List<ReadingText.Segment> sources = found(link.source(), segments);
      Passage.Counterpart own = side.translated(link);
      passages.add(
          new Passage(
              own.language() + ":" + String.join("+", link.target()),
              Passage.Role.TRANSLATION,
              own.language(),
              own.text(),
              own.segments(),
              List.of(),
              lineBoxes(sources),
              counterpartsOf(side, link, sources)));
    }
    side.bitext().segments().stream()
        .filter(segment -> !linked.contains(segment.id()))
        .forEach(segment -> passages.add(alone(side.bitext(), segment)));
    return passages;
  }

  /** The original, and the other translations of the same original segments. */
  private List<Passage.Counterpart> counterpartsOf(
      Side side, Bitext.Link link, List<ReadingText.Segment> sources) {
    List<Passage.Counterpart> counterparts = new ArrayList<>();
    counterparts.add(
        new Passage.Counterpart(
            Passage.Role.ORIGINAL,
            original.language(),
            joined(original.text(), sources),
            link.source()));
    for (Side other : sides) {
      if (!other.bitext().language().equals(side.bitext().language())) {
        link.source().stream()
            .flatMap(id -> other.linksOf(id).stream())
            .distinct()
            .forEach(candidate -> counterparts.add(other.translated(candidate)));
      }
    }
    return counterparts;
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

  private List<Passage.PlacedWord> placedWords(ReadingText.Segment segment) {
    return wordsOf(segment)
        .map(
            word ->
                new Passage.PlacedWord(
                    Math.max(0, word.start() - segment.start()),
                    Math.min(segment.end(), word.end()) - segment.start(),
                    word.boxes().stream().map(ReadingText.LineBox::box).toList()))
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
