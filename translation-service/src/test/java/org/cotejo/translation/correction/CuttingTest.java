package org.cotejo.translation.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.LexicalAligner;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.BitextMaker;
import org.cotejo.translation.bitext.Lexica;
import org.cotejo.translation.bitext.Method;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.TranslationFile;
import org.cotejo.translation.reading.TypedPage;
import org.cotejo.translation.segmentation.PlainText;
import org.cotejo.translation.segmentation.Segmenter;
import org.cotejo.translation.segmentation.icu.IcuSentenceBreaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments that are two sentences, and sentences that are two segments, set right by hand. */
class CuttingTest {
  private static final String GLUED =
      "The ship left the harbour at night with all its lamps out and nobody saw it go.";
  private static final String TRANSLATION =
      "Dear colleague, this is a word about the ship.\n\n"
          + GLUED
          + " The consul wrote a long letter. He asked for money.";
  private static final TranslationFile FILE =
      new TranslationFile(new StoredObject("t/a", "sha256:a", "text/plain", 1), "en", "");

  private final BitextMaker maker =
      new BitextMaker(
          new Segmenter(new IcuSentenceBreaks()),
          new LexicalAligner(AlignmentSettings.standard()),
          new Method("lexical", "1", "lexical-1-test"));
  private final List<Change> changes = new ArrayList<>();

  @Test
  void cutsASegmentAndItsPartsCanBeLinked() {
    // Given
    int at = GLUED.indexOf("and nobody");
    // When
    change(new Operation.Cut("t2", List.of(at)));
    // Then
    assertEquals(
        List.of(GLUED.substring(0, at).strip(), GLUED.substring(at)), targets().subList(1, 3));
    // When
    change(new Operation.Link(new Operation.Pair(List.of("s2"), List.of("t2"))));
    change(new Operation.Link(new Operation.Pair(List.of("s3"), List.of("t3"))));
    // Then
    assertTrue(report().detached().isEmpty());
    assertEquals(2, bitext().links().stream().filter(link -> link.byHand()).count());
    assertEquals(3, bitext().handwork().corrections());
  }

  @Test
  void aCutTakesThePlaceOfALinkAndUndoingItBringsTheLinkBack() {
    // Given
    change(new Operation.Link(new Operation.Pair(List.of("s2", "s3"), List.of("t2"))));
    Bitext linked = bitext();
    // When
    change(new Operation.Cut("t2", List.of(GLUED.indexOf("and nobody"))));
    // Then
    assertEquals(Set.of(new FactRef(1, 0)), changes.getLast().supersedes());
    assertTrue(report().detached().isEmpty());
    // When
    changes.removeLast();
    // Then
    assertEquals(linked, bitext());
  }

  @Test
  void mergesSegmentsAndCutsThemAgain() {
    // When
    change(new Operation.Merge(List.of("t3", "t4")));
    // Then
    assertEquals("The consul wrote a long letter. He asked for money.", targets().get(2));
    // When
    change(new Operation.Cut("t3", List.of("The consul wrote a long letter.".length())));
    // Then
    assertEquals("He asked for money.", targets().get(3));
    assertEquals(Set.of(new FactRef(1, 0)), changes.getLast().supersedes());
  }

  @Test
  void cutsTheOriginalAndKeepsItsBoxes() {
    // When
    change(new Operation.Cut("s2", List.of("El barco dejó".length())));
    // Then
    Reading reading = original(new ReplayReport()).reading();
    assertEquals("El barco dejó", text(reading, 1));
    assertTrue(text(reading, 2).startsWith("el puerto"));
    assertTrue(
        reading.segments().stream()
            .noneMatch(
                segment -> reading.text().boxesOf(segment.start(), segment.end()).isEmpty()));
  }

  @ParameterizedTest
  @CsvSource({
    "t2, 5, cut.not-between-words",
    "t2, 0, cut.not-between-words",
    "t2, 900, cut.not-between-words",
    "t9, 5, segment.unknown"
  })
  void refusesACutThatIsNone(String segment, int at, String code) {
    assertEquals(List.of(code), faults(new Operation.Cut(segment, List.of(at))));
  }

  @Test
  void refusesWhatCannotBeDone() {
    assertEquals(List.of("cut.nowhere"), faults(new Operation.Cut("t2", List.of())));
    assertEquals(List.of("cut.not-between-words"), faults(new Operation.Cut("t2", List.of(9, 9))));
    assertEquals(List.of("merge.too-few"), faults(new Operation.Merge(List.of("t2"))));
    assertEquals(
        List.of("merge.not-consecutive"), faults(new Operation.Merge(List.of("t1", "t2"))));
    assertEquals(
        List.of("merge.not-consecutive"), faults(new Operation.Merge(List.of("t2", "t4"))));
    assertEquals(List.of("segment.unknown"), faults(new Operation.Merge(List.of("t2", "s3"))));
    // Given words that a person has set
    change(new Operation.SetText("t2", "The ship left."));
    // Then
    assertEquals(List.of("segment.reworded"), faults(new Operation.Cut("t2", List.of(9))));
    assertEquals(List.of("segment.reworded"), faults(new Operation.Merge(List.of("t2", "t3"))));
  }

  @Test
  void refusesTwoOperationsAboutOneSegment() {
    assertEquals(
        List.of("operations.overlap"),
        faults(
            new Operation.Cut("t2", List.of(9)),
            new Operation.Link(new Operation.Pair(List.of("s2"), List.of("t2")))));
  }

  private List<String> faults(Operation... operations) {
    return OperationCheck.check(
            original(new ReplayReport()).reading(), bitext(), List.of(operations), 1000)
        .faults()
        .stream()
        .map(OperationFault::code)
        .toList();
  }

  /** Makes a change as the service does: what it takes the place of is found by trying. */
  private void change(Operation operation) {
    OperationCheck.Outcome outcome =
        OperationCheck.check(
            original(new ReplayReport()).reading(), bitext(), List.of(operation), 1000);
    assertEquals(List.of(), outcome.faults());
    int id = changes.size() + 1;
    changes.add(new Change(Change.NEW, "en", outcome.facts(), Set.of()));
    Set<FactRef> supersedes = report().replacedBy(Change.NEW);
    changes.set(id - 1, new Change(id, "en", outcome.facts(), supersedes));
  }

  private List<String> targets() {
    Bitext bitext = bitext();
    return IntStream.range(0, bitext.segments().size())
        .mapToObj(
            k ->
                bitext
                    .text()
                    .substring(bitext.segments().get(k).start(), bitext.segments().get(k).end()))
        .toList();
  }

  private static String text(Reading reading, int segment) {
    return reading
        .text()
        .text()
        .substring(reading.segments().get(segment).start(), reading.segments().get(segment).end());
  }

  private Bitext bitext() {
    ReplayReport report = new ReplayReport();
    CorrectedOriginal original = original(report);
    return maker.align(
        original.reading(), "es", FILE, translation(original, report), Lexica.Known.NOTHING);
  }

  private ReplayReport report() {
    ReplayReport report = new ReplayReport();
    translation(original(report), report);
    return report;
  }

  private CorrectedOriginal original(ReplayReport report) {
    Reading machine =
        maker.read(
            List.of(
                TypedPage.of(
                    1,
                    "Estimado colega, aquí van unas palabras sobre el barco.",
                    "",
                    "   El barco dejó el puerto de noche con las luces apagadas.",
                    "Nadie lo vio salir aquella noche. El cónsul escribió una",
                    "larga carta. Pidió dinero.")),
            "es",
            List.of());
    return CorrectedOriginal.of(machine, changes, report);
  }

  private CorrectedTranslation translation(CorrectedOriginal original, ReplayReport report) {
    return CorrectedTranslation.of(
        original, maker.cut(PlainText.of(TRANSLATION), "en"), changes, "en", report);
  }
}
