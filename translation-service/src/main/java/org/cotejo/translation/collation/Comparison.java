package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotejo.translation.alignment.KnownTranslations;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.reading.PlacedWord;

/**
 * Original and translation as the rules see them.
 *
 * @param reading the original with its pages
 * @param bitext the translation with its links
 * @param couples the links, in the order of the original
 * @param archive words of which translations are known from other documents
 */
record Comparison(
    Reading reading,
    Bitext bitext,
    Side source,
    Side target,
    List<Couple> couples,
    KnownTranslations archive) {
  /** Words of less confidence were hardly read. */
  static final double UNREAD = .5;

  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

  static Comparison of(Reading reading, Bitext bitext, KnownTranslations archive) {
    Side original =
        Side.of("s", bitext.sourceLanguage(), reading.text().text(), reading.segments());
    Side source = original.compared(HandlingMarks.blanked(reading.text(), original.compared()));
    Side target = Side.of("t", bitext.language(), bitext.text(), bitext.segments());
    List<Couple> couples = new ArrayList<>();
    for (Link link : bitext.links()) {
      couples.add(
          new Couple(
              stretch(source, link.source()), stretch(target, link.target()), link.confidence()));
    }
    return new Comparison(reading, bitext, source, target, List.copyOf(couples), archive);
  }

  /** The same without some of its links. */
  Comparison without(Set<Couple> untrusted) {
    return new Comparison(
        reading,
        bitext,
        source,
        target,
        couples.stream().filter(couple -> !untrusted.contains(couple)).toList(),
        archive);
  }

  private static Stretch stretch(Side side, List<Integer> segments) {
    return new Stretch(side, segments.getFirst(), segments.getLast() + 1);
  }

  /** A part of a stretch of the original; offsets count from the stretch. */
  Place inSource(Stretch stretch, int from, int to) {
    Place place = in(stretch, from, to);
    return new Place(
        place.segments(),
        place.start(),
        place.end(),
        reading.text().boxesOf(place.start(), place.end()));
  }

  /** A part of a stretch of the translation; offsets count from the stretch. */
  Place inTarget(Stretch stretch, int from, int to) {
    return in(stretch, from, to);
  }

  boolean isSource(Side side) {
    return side.prefix().equals(source.prefix());
  }

  Place whole(Stretch stretch) {
    int length = stretch.stop() - stretch.start();
    return isSource(stretch.side()) ? inSource(stretch, 0, length) : inTarget(stretch, 0, length);
  }

  /** Whether a place of the original has a word that the recogniser was not sure of. */
  boolean isHardlyRead(Place source) {
    return hardlyRead(source).findAny().isPresent();
  }

  /**
   * Whether a number may stand in a place of the original and have been misread: a word that was
   * hardly read has a digit, or as many characters as the number.
   */
  boolean mayHide(Place source, String number) {
    return hardlyRead(source)
        .map(reading.text()::textOf)
        .map(text -> MARKS.matcher(text).replaceAll(""))
        .anyMatch(
            text ->
                text.length() == number.length() || text.codePoints().anyMatch(Character::isDigit));
  }

  private Stream<PlacedWord> hardlyRead(Place source) {
    return reading.text().wordsIn(source.start(), source.end()).stream()
        .filter(word -> word.confidence() < UNREAD);
  }

  private static Place in(Stretch stretch, int from, int to) {
    int start = stretch.start() + from;
    int end = stretch.start() + to;
    List<String> ids =
        IntStream.range(stretch.first(), stretch.end())
            .filter(
                k ->
                    stretch.side().segments().get(k).end() > start
                        && stretch.side().segments().get(k).start() < Math.max(end, start + 1))
            .mapToObj(stretch.side()::id)
            .toList();
    return new Place(ids, start, end, List.of());
  }
}
