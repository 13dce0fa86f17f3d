package org.cotejo.translation.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.LexicalAligner;
import org.cotejo.translation.anchoring.FoldedText;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.BitextMaker;
import org.cotejo.translation.bitext.Lexica;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Method;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.TranslationFile;
import org.cotejo.translation.reading.TypedPage;
import org.cotejo.translation.segmentation.PlainText;
import org.cotejo.translation.segmentation.Segment;
import org.cotejo.translation.segmentation.Segmenter;
import org.cotejo.translation.segmentation.icu.IcuSentenceBreaks;
import org.junit.jupiter.api.Test;

/**
 * Whatever is changed, undone and read again: segments are covered once, and people's work stays.
 */
class CorrectionPropertiesTest {
  private static final int PAPERS = 25;
  private static final int STEPS = 8;
  private static final TranslationFile FILE =
      new TranslationFile(new StoredObject("t/a", "sha256:a", "text/plain", 1), "en", "");

  private final BitextMaker maker =
      new BitextMaker(
          new Segmenter(new IcuSentenceBreaks()),
          new LexicalAligner(AlignmentSettings.standard()),
          new Method("lexical", "1", "lexical-1-test"));

  /** A document as it stands after some changes. */
  private record Aligned(Reading reading, Bitext bitext, ReplayReport report) {
    List<String> sources(Link link) {
      return texts(reading.text().text(), reading.segments(), link.source());
    }

    List<String> targets(Link link) {
      return texts(bitext.text(), bitext.segments(), link.target());
    }

    /** The links that people have set, by their words. */
    Map<List<String>, List<String>> byHand() {
      return bitext.links().stream()
          .filter(Link::byHand)
          .collect(Collectors.toMap(this::sources, this::targets));
    }

    private static List<String> texts(String text, List<Segment> segments, List<Integer> which) {
      return which.stream()
          .map(k -> text.substring(segments.get(k).start(), segments.get(k).end()))
          .toList();
    }
  }

  @Test
  void everySegmentStaysCoveredOnceAndEachChangeHolds() {
    for (int seed = 0; seed < PAPERS; seed++) {
      // Given
      Random random = new Random(seed);
      RandomPaper paper = new RandomPaper(random);
      List<Change> changes = new ArrayList<>();
      Aligned now = aligned(paper, changes);
      for (int step = 0; step < STEPS; step++) {
        // When
        now = changed(paper, changes, now, random);
        // Then
        assertCovered(now, "seed " + seed + " step " + step);
        assertTrue(now.report().detached().isEmpty(), "seed " + seed + now.report().detached());
      }
    }
  }

  @Test
  void undoLeadsBackToWhatWasBefore() {
    for (int seed = 0; seed < PAPERS; seed++) {
      // Given
      Random random = new Random(1000 + seed);
      RandomPaper paper = new RandomPaper(random);
      List<Change> changes = new ArrayList<>();
      List<Aligned> states = new ArrayList<>(List.of(aligned(paper, changes)));
      for (int step = 0; step < STEPS; step++) {
        states.add(changed(paper, changes, states.getLast(), random));
      }
      // When
      while (!changes.isEmpty()) {
        changes.removeLast();
        states.removeLast();
        Aligned undone = aligned(paper, changes);
        // Then
        assertEquals(states.getLast().reading(), undone.reading());
        assertEquals(states.getLast().bitext(), undone.bitext());
      }
    }
  }

  @Test
  void correctionsSurviveAnotherReadingAndAnotherCut() {
    for (int seed = 0; seed < PAPERS; seed++) {
      // Given
      Random random = new Random(2000 + seed);
      RandomPaper paper = new RandomPaper(random);
      List<Change> changes = new ArrayList<>();
      Aligned before = aligned(paper, changes);
      for (int step = 0; step < STEPS; step++) {
        before = changed(paper, changes, before, random);
      }
      // When: misread letters and lost stops where nobody has said anything, other lines, and a
      // sentence more
      Aligned after = aligned(paper.readAgain(random, spokenOf(changes)), changes);
      // Then
      String at = "seed " + seed;
      assertCovered(after, at);
      assertTrue(after.report().detached().isEmpty(), at + after.report().detached());
      assertEquals(before.byHand(), after.byHand(), at);
      assertEquals(worded(before), worded(after), at);
      assertEquals(
          before.bitext().handwork().corrections(), after.bitext().handwork().corrections(), at);
    }
  }

  @Test
  void segmentsThatAreThemselvesMisreadAreFoundOrReported() {
    int said = 0;
    int lost = 0;
    for (int seed = 0; seed < PAPERS; seed++) {
      // Given
      Random random = new Random(3000 + seed);
      RandomPaper paper = new RandomPaper(random);
      List<Change> changes = new ArrayList<>();
      Aligned before = aligned(paper, changes);
      for (int step = 0; step < STEPS; step++) {
        before = changed(paper, changes, before, random);
      }
      // When
      Aligned after = aligned(paper.readAgain(random, Set.of()), changes);
      // Then: what is not reported holds
      assertCovered(after, "seed " + seed);
      said += before.bitext().handwork().corrections();
      lost += after.bitext().handwork().detached().size();
      assertTrue(
          after.bitext().handwork().corrections() + after.bitext().handwork().detached().size()
              >= before.bitext().handwork().corrections(),
          "seed " + seed);
    }
    assertTrue(lost * 20 <= said, lost + " of " + said + " are lost");
  }

  @Test
  void whatIsNotFoundIsReportedAndNotDropped() {
    // Given
    Random random = new Random(7);
    RandomPaper paper = new RandomPaper(random);
    Aligned now = aligned(paper, List.of());
    Link link = now.bitext().links().getFirst();
    Change confirmed = new Change(1, "en", facts(now, new Operation.Confirm(pair(link))), Set.of());
    // When the paper is another one
    Aligned other = aligned(new RandomPaper(new Random(8)), List.of(confirmed));
    // Then
    assertEquals(Map.of(new FactRef(1, 0), Detachment.NOT_FOUND), other.report().detached());
    assertEquals(List.of(1L), other.bitext().handwork().detached());
    assertEquals(0, other.bitext().handwork().corrections());
    assertCovered(other, "another paper");
  }

  private Aligned aligned(RandomPaper paper, List<Change> changes) {
    ReplayReport report = new ReplayReport();
    List<String> lines = paper.sourceLines();
    Reading machine =
        maker.read(
            IntStream.range(0, (lines.size() + 24) / 25)
                .mapToObj(
                    page ->
                        TypedPage.of(
                            page + 1,
                            lines
                                .subList(page * 25, Math.min(lines.size(), page * 25 + 25))
                                .toArray(String[]::new)))
                .toList(),
            "es",
            List.of());
    CorrectedOriginal original = CorrectedOriginal.of(machine, changes, report);
    CorrectedTranslation translation =
        CorrectedTranslation.of(
            original, maker.cut(PlainText.of(paper.targetText()), "en"), changes, "en", report);
    return new Aligned(
        original.reading(),
        maker.align(original.reading(), "es", FILE, translation, Lexica.Known.NOTHING),
        report);
  }

  private Aligned changed(RandomPaper paper, List<Change> changes, Aligned now, Random random) {
    List<Fact> facts = facts(now, operation(now, random));
    List<Change> with = new ArrayList<>(changes);
    with.add(new Change(Change.NEW, "en", facts, Set.of()));
    Set<FactRef> supersedes = aligned(paper, with).report().replacedBy(Change.NEW);
    Change made = new Change(changes.size() + 1, "en", facts, supersedes);
    changes.add(made);
    Aligned after = aligned(paper, changes);
    assertHolds(made, after);
    return after;
  }

  private static List<Fact> facts(Aligned now, Operation operation) {
    OperationCheck.Outcome outcome =
        OperationCheck.check(now.reading(), now.bitext(), List.of(operation), 1000);
    assertTrue(
        outcome.faults().stream().allMatch(fault -> fault.code().equals("link.crossing")),
        outcome.faults()::toString);
    return outcome.facts();
  }

  /** Any operation that the present links allow. */
  private static Operation operation(Aligned now, Random random) {
    List<Link> links = now.bitext().links();
    int at = random.nextInt(links.size());
    Link link = links.get(at);
    return switch (random.nextInt(8)) {
      case 0 -> new Operation.Confirm(pair(link));
      case 1 -> new Operation.Unlink(pair(link));
      case 2 ->
          at + 1 < links.size() && follow(link, links.get(at + 1))
              ? new Operation.Join(List.of(pair(link), pair(links.get(at + 1))))
              : new Operation.Confirm(pair(link));
      case 3 ->
          link.source().size() > 1 && link.target().size() > 1
              ? new Operation.Split(
                  pair(link),
                  List.of(
                      pair(link.source().subList(0, 1), link.target().subList(0, 1)),
                      pair(
                          link.source().subList(1, link.source().size()),
                          link.target().subList(1, link.target().size()))))
              : new Operation.Link(pair(link.source().subList(0, 1), link.target()));
      case 4 ->
          new Operation.SetText(
              "s" + (link.source().getFirst() + 1), "Texto puesto por la mano número " + at + ".");
      case 5 -> cut(now, random.nextBoolean() ? TextSide.SOURCE : TextSide.TARGET, link);
      case 6 -> merge(now, random.nextBoolean() ? TextSide.SOURCE : TextSide.TARGET, link);
      default ->
          new Operation.SetText(
              "t" + (link.target().getFirst() + 1), "Text that was set by hand number " + at + ".");
    };
  }

  /** Cuts the first segment of a link at the space in its middle, where its words are its own. */
  private static Operation cut(Aligned now, TextSide side, Link link) {
    int index = (side == TextSide.SOURCE ? link.source() : link.target()).getFirst();
    String text = segmentText(now, side, index);
    int space = text.indexOf(' ', text.length() / 2);
    return reworded(now, side, index) || space < 0
        ? new Operation.Confirm(pair(link))
        : new Operation.Cut(side.prefix() + (index + 1), List.of(space + 1));
  }

  /** Makes one of the last segment of a link and the next, where they share a paragraph. */
  private static Operation merge(Aligned now, TextSide side, Link link) {
    int index = (side == TextSide.SOURCE ? link.source() : link.target()).getLast();
    List<Segment> segments = segments(now, side);
    return index + 1 == segments.size()
            || segments.get(index).paragraph() != segments.get(index + 1).paragraph()
            || reworded(now, side, index)
            || reworded(now, side, index + 1)
        ? new Operation.Confirm(pair(link))
        : new Operation.Merge(List.of(side.prefix() + (index + 1), side.prefix() + (index + 2)));
  }

  private static boolean reworded(Aligned now, TextSide side, int index) {
    return (side == TextSide.SOURCE ? now.reading().readAs() : now.bitext().handwork().readAs())
        .containsKey(index);
  }

  private static List<Segment> segments(Aligned now, TextSide side) {
    return side == TextSide.SOURCE ? now.reading().segments() : now.bitext().segments();
  }

  private static String segmentText(Aligned now, TextSide side, int index) {
    Segment segment = segments(now, side).get(index);
    return (side == TextSide.SOURCE ? now.reading().text().text() : now.bitext().text())
        .substring(segment.start(), segment.end());
  }

  private static boolean follow(Link one, Link other) {
    return one.source().getLast() + 1 == other.source().getFirst()
        && one.target().getLast() + 1 == other.target().getFirst();
  }

  private static Operation.Pair pair(Link link) {
    return pair(link.source(), link.target());
  }

  private static Operation.Pair pair(List<Integer> source, List<Integer> target) {
    return new Operation.Pair(
        source.stream().map(k -> "s" + (k + 1)).toList(),
        target.stream().map(k -> "t" + (k + 1)).toList());
  }

  private static void assertHolds(Change made, Aligned after) {
    for (Fact fact : made.facts()) {
      switch (fact) {
        case Fact.Linked linked ->
            assertTrue(
                after.bitext().links().stream()
                    .anyMatch(
                        link ->
                            link.byHand()
                                && link.source().size() == linked.source().size()
                                && link.target().size() == linked.target().size()));
        case Fact.Unlinked unlinked ->
            assertTrue(
                !(unlinked.segment().side() == TextSide.SOURCE
                        ? after.bitext().unlinkedSource()
                        : after.bitext().unlinkedTarget())
                    .isEmpty());
        case Fact.Cut cut ->
            cut.segments()
                .forEach(
                    part ->
                        assertTrue(
                            IntStream.range(0, segments(after, part.side()).size())
                                .mapToObj(k -> segmentText(after, part.side(), k))
                                .anyMatch(
                                    text -> FoldedText.fold(text).equals(part.excerpt().words())),
                            part::text));
        case Fact.Worded worded ->
            assertTrue(
                (worded.segment().side() == TextSide.SOURCE
                        ? after.reading().text().text()
                        : after.bitext().text())
                    .contains(worded.text()));
      }
    }
  }

  private static void assertCovered(Aligned now, String at) {
    assertOnce(
        now.reading().segments().size(),
        Stream.concat(
            now.bitext().links().stream().flatMap(link -> link.source().stream()),
            now.bitext().unlinkedSource().stream()),
        at);
    assertOnce(
        now.bitext().segments().size(),
        Stream.concat(
            now.bitext().links().stream().flatMap(link -> link.target().stream()),
            now.bitext().unlinkedTarget().stream()),
        at);
    assertWhole(now.reading().text().text(), now.reading().segments(), at);
    assertWhole(now.bitext().text(), now.bitext().segments(), at);
    assertEquals(now.reading().segments().size(), now.reading().parts().size(), at);
    for (Segment segment : now.reading().segments()) {
      assertTrue(!now.reading().text().boxesOf(segment.start(), segment.end()).isEmpty(), at);
    }
  }

  private static void assertOnce(int size, Stream<Integer> covered, String at) {
    assertEquals(IntStream.range(0, size).boxed().toList(), covered.sorted().toList(), at);
  }

  /** Segments hold every character that is no space. */
  private static void assertWhole(String text, List<Segment> segments, String at) {
    int end = 0;
    for (Segment segment : segments) {
      assertTrue(segment.start() >= end, at);
      assertTrue(text.substring(end, segment.start()).isBlank(), at);
      end = segment.end();
    }
    assertTrue(text.substring(end).isBlank(), at);
  }

  private static Map<String, String> worded(Aligned now) {
    Map<String, String> worded = new TreeMap<>();
    now.reading()
        .readAs()
        .forEach(
            (k, _) -> {
              Segment segment = now.reading().segments().get(k);
              worded.merge(
                  now.reading().text().text().substring(segment.start(), segment.end()),
                  "source",
                  String::concat);
            });
    now.bitext()
        .handwork()
        .readAs()
        .forEach(
            (k, _) -> {
              Segment segment = now.bitext().segments().get(k);
              worded.merge(
                  now.bitext().text().substring(segment.start(), segment.end()),
                  "target",
                  String::concat);
            });
    return worded;
  }

  private static Set<String> spokenOf(List<Change> changes) {
    Set<String> spoken = new HashSet<>();
    changes.forEach(
        change ->
            change
                .facts()
                .forEach(fact -> fact.segments().forEach(segment -> spoken.add(segment.text()))));
    return spoken;
  }
}
