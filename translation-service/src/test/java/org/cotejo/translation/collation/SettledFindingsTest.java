package org.cotejo.translation.collation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Method;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.PageBox;
import org.cotejo.translation.reading.PlacedWord;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.segmentation.Segment;
import org.cotejo.translation.segmentation.SegmentKind;
import org.junit.jupiter.api.Test;

/** What was said of a finding stays with it, however the texts are read and cut the next time. */
class SettledFindingsTest {
  private static final String SPANISH =
      "El cónsul llegó el lunes a Puerto Claro con tres cajas de documentos.\n"
          + "El capitán Moreno entregó 45 cartas en la oficina del puerto.\n"
          + "Nadie preguntó por el barco que venía de Valdora.\n"
          + "El ministro recibió más tarde 45 cartas de su hermano enfermo.";
  private static final String ENGLISH =
      "The consul arrived in Puerto Claro on Monday with three boxes of documents.\n"
          + "Captain Moreno delivered 54 letters at the harbour office.\n"
          + "Nobody asked about the ship that came from Valdora.\n"
          + "The minister later received 54 letters from his ailing brother.";

  private final Made made = made(SPANISH, ENGLISH);

  @Test
  void sameWordsAtTwoPlacesHaveTwoKeys() {
    // When
    List<String> keys = made.numbers().stream().map(Finding::key).toList();
    // Then
    assertEquals(2, keys.size());
    assertNotEquals(keys.getFirst(), keys.getLast());
  }

  @Test
  void keyDoesNotDependOnWhatStandsAroundTheWords() {
    // Given
    Made later = made(SPANISH.replace("capitán", "capitan,"), ENGLISH.replace("Captain", "Capt."));
    // Then
    assertEquals(
        made.numbers().stream().map(Finding::key).toList(),
        later.numbers().stream().map(Finding::key).toList());
  }

  @Test
  void stateFollowsItsFindingWhenAnEqualOneBeforeItIsGone() {
    // Given: the second is settled, then the first is set right in the translation
    Settlement second = settle(made, made.numbers().getLast(), FindingState.DISMISSED);
    Made later = made(SPANISH, ENGLISH.replace("delivered 54", "delivered 45"));
    // When
    SettledFindings settled = later.settled(second);
    // Then
    SettledFinding left = number(settled, "minister");
    assertEquals(FindingState.DISMISSED, left.state());
    assertEquals(second.key(), left.finding().key());
    assertTrue(settled.gone().isEmpty());
  }

  @Test
  void findingThatIsNewDoesNotTakeAKeyThatIsKept() {
    // Given: the first is settled while it is alone, then another of its name comes before it
    Made alone = made(SPANISH, ENGLISH.replace("delivered 54", "delivered 45"));
    Settlement first = settle(alone, alone.numbers().getFirst(), FindingState.ACCEPTED);
    // When
    SettledFindings settled = made.settled(first);
    // Then
    SettledFinding open = number(settled, "delivered");
    SettledFinding kept = number(settled, "minister");
    assertEquals(first.key(), kept.finding().key());
    assertEquals(FindingState.ACCEPTED, kept.state());
    assertEquals(FindingState.OPEN, open.state());
    assertNotEquals(first.key(), open.finding().key());
  }

  @Test
  void stateSurvivesReadingErrorsAroundItAndAnotherCut() {
    // Given
    Settlement first = settle(made, made.numbers().getFirst(), FindingState.ACCEPTED);
    String damaged =
        SPANISH
            .replace("cónsul", "consu1")
            .replace("Moreno entregó", "Morenc entreg6")
            .replace("oficina", "oflcina")
            .replace(" documentos.\n", " documentos. ");
    // When
    SettledFindings settled =
        made(damaged, ENGLISH.replace("documents.\n", "documents. ")).settled(first);
    // Then
    assertEquals(FindingState.ACCEPTED, number(settled, "delivered").state());
    assertEquals(FindingState.OPEN, number(settled, "minister").state());
  }

  @Test
  void missingSentenceKeepsItsStateWhenItIsReadWithErrors() {
    // Given
    Made lacking =
        made(SPANISH, ENGLISH.replace("Nobody asked about the ship that came from Valdora.\n", ""));
    Finding missing = lacking.of(Rule.OMISSION).getFirst();
    Settlement said = settle(lacking, missing, FindingState.DISMISSED);
    // When
    Made later =
        made(
            SPANISH.replace("Nadie preguntó", "Nadle pregunto"),
            ENGLISH.replace("Nobody asked about the ship that came from Valdora.\n", ""));
    // Then
    SettledFindings settled = later.settled(said);
    SettledFinding again =
        settled.found().stream()
            .filter(one -> one.finding().rule() == Rule.OMISSION)
            .findFirst()
            .orElseThrow();
    assertEquals(FindingState.DISMISSED, again.state());
    assertEquals(said.key(), again.finding().key());
  }

  @Test
  void whatIsMadeNoMoreIsKeptAsGone() {
    // Given
    Settlement first = settle(made, made.numbers().getFirst(), FindingState.ACCEPTED);
    // When
    SettledFindings settled = made(SPANISH, ENGLISH.replace("54", "45")).settled(first);
    // Then
    assertEquals(List.of(first), settled.gone());
    assertTrue(settled.findGone(first.key()).isPresent());
    assertTrue(settled.found().stream().allMatch(one -> one.state() == FindingState.OPEN));
  }

  @Test
  void otherNumberAtTheSamePlaceIsAnotherFinding() {
    // Given
    Settlement first = settle(made, made.numbers().getFirst(), FindingState.ACCEPTED);
    // When
    SettledFindings settled =
        made(SPANISH, ENGLISH.replace("delivered 54", "delivered 65")).settled(first);
    // Then
    assertEquals(FindingState.OPEN, number(settled, "delivered").state());
    assertEquals(List.of(first), settled.gone());
  }

  @Test
  void undoLeadsBackStepByStep() {
    // Given
    StateChange accepted = change(1, FindingState.ACCEPTED, OptionalLong.empty());
    StateChange dismissed = change(2, FindingState.DISMISSED, OptionalLong.empty());
    StateChange undone = change(3, FindingState.ACCEPTED, OptionalLong.of(2));
    // When
    Settlement both = settlement(made, made.numbers().getFirst(), List.of(accepted, dismissed));
    Settlement one =
        settlement(made, made.numbers().getFirst(), List.of(accepted, dismissed, undone));
    // Then
    assertEquals(dismissed, both.standing().orElseThrow());
    assertEquals(accepted, both.standingBefore().orElseThrow());
    assertEquals(accepted, one.standing().orElseThrow());
    assertTrue(one.standingBefore().isEmpty());
  }

  private SettledFinding number(SettledFindings settled, String beside) {
    return settled.found().stream()
        .filter(one -> one.finding().rule() == Rule.NUMBER)
        .filter(
            one -> {
              int line = ENGLISH.substring(0, ENGLISH.indexOf(beside)).split("\n", -1).length;
              return (line < 3) == one.finding().source().boxes().getFirst().line().equals("first");
            })
        .findFirst()
        .orElseThrow(() -> new AssertionError("no number beside " + beside + ": " + settled));
  }

  /** Two texts, cut at their line ends and linked line by line, with what is found in them. */
  private record Made(Reading reading, Bitext bitext, List<Finding> findings) {
    List<Finding> of(Rule rule) {
      return findings.stream().filter(finding -> finding.rule() == rule).toList();
    }

    List<Finding> numbers() {
      return of(Rule.NUMBER);
    }

    SettledFindings settled(Settlement... said) {
      return SettledFindings.of(findings, reading.text().text(), bitext.text(), List.of(said));
    }
  }

  private static Made made(String source, String target) {
    List<Segment> left = lines(source);
    List<Segment> right = lines(target);
    List<PlacedWord> words =
        left.stream()
            .map(
                line ->
                    new PlacedWord(
                        line.start(),
                        line.end(),
                        .9,
                        List.of(
                            new PageBox(
                                1,
                                new Box(10, 10 * line.paragraph(), 50, 8),
                                line.start() < source.indexOf("Nad") ? "first" : "second"))))
            .toList();
    Reading reading =
        new Reading(
            new ReadingText(source, List.of(), words, List.of(), List.of()),
            left,
            left.stream().map(_ -> 1).toList());
    boolean whole = left.size() == right.size();
    List<Link> links = new java.util.ArrayList<>();
    for (int k = 0, l = 0; k < left.size(); k++) {
      if (whole || k != 2) {
        links.add(new Link(List.of(k), List.of(l++), .9));
      }
    }
    Bitext bitext =
        new Bitext(
            "es",
            "en",
            "",
            new Method("lexical", "1", "test"),
            target,
            right,
            List.of(),
            links,
            whole ? List.of() : List.of(2),
            List.of());
    return new Made(reading, bitext, new Collator().collate(reading, bitext));
  }

  private static List<Segment> lines(String text) {
    List<Segment> segments = new java.util.ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      segments.add(
          new Segment(start, start + line.length(), SegmentKind.SENTENCE, segments.size() + 1));
      start += line.length() + 1;
    }
    return segments;
  }

  private static Settlement settle(Made made, Finding finding, FindingState state) {
    return settlement(made, finding, List.of(change(1, state, OptionalLong.empty())));
  }

  private static Settlement settlement(Made made, Finding finding, List<StateChange> history) {
    FindingAnchor anchor =
        FindingAnchor.of(finding, made.reading().text().text(), made.bitext().text());
    return new Settlement(finding.key(), anchor, finding.message(), "", "", history);
  }

  private static StateChange change(long id, FindingState state, OptionalLong undoes) {
    return new StateChange(
        id, state, "looked at", "vega", Instant.parse("2026-11-25T08:00:00Z"), undoes);
  }
}
