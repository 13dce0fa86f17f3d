package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTypingTest {
  @Test
  void tellsThePartsOfLetter() {
    TypedPage page =
        new TypedPage()
            .block(900, 100, "- 2 -")
            .block(250, 200, "CONSULATE OF PUERTO FRANCO", "HARBOUR STREET 12")
            .block(1100, 420, "14 March 1931")
            .prose(800)
            .prose(1300)
            .block(1100, 1800, "Yours sincerely,", "T. Arrieta");
    assertEquals(
        List.of(
            "page-number -",
            "letterhead CONSULATE",
            "date-line 14",
            "body the",
            "body the",
            "signature Yours"),
        page.types());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "-3-", "--3--", "Page 3 of 12", "Seite 4", "[ 17 ]", "iv", "стр. 5"})
  void knowsPageNumbersAtTheFoot(String text) {
    assertEquals(RegionType.PAGE_NUMBER, last(new TypedPage().prose(800).block(950, 2850, text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1931", "17"})
  void keepsNumberInsideTheTextAsText(String text) {
    TypedPage page = new TypedPage().prose(600).block(250, 1200, text).prose(1500);
    assertEquals(List.of("body the", "body " + text, "body the"), page.types());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Puerto Franco, 2 de diciembre de 1962",
        "3rd November, 1938",
        "Berlin, den 5. März 1938",
        "le 12 août 1940",
        "12.11.1938",
        "15/XI/1943",
        "Москва, 5 мая 1951"
      })
  void knowsDatesAboveTheText(String text) {
    assertTrue(
        new TypedPage()
            .block(900, 450, text)
            .prose(800)
            .types()
            .getFirst()
            .startsWith("date-line"));
  }

  @Test
  void leavesDateInsideSentenceWhereItIs() {
    TypedPage page =
        new TypedPage()
            .block(
                250,
                800,
                "the pilot could not go on board before noon because of the fog on the bay of",
                "14 March 1931 and the letters stayed where they were for another week or so.",
                "the pilot could not go on board before noon because of the fog on the bay of",
                "14 March 1931.");
    assertEquals(List.of("body the"), page.types());
  }

  @Test
  void knowsHeadingBetweenParagraphs() {
    TypedPage page = new TypedPage().prose(600).block(800, 1150, "THE LAMPS").prose(1350);
    assertEquals(List.of("body the", "heading THE", "body the"), page.types());
  }

  @Test
  void knowsStampWherever() {
    TypedPage page = new TypedPage().prose(600).block(1300, 1150, "TOP SECRET").prose(1400);
    assertEquals(List.of("body the", "stamp TOP", "body the"), page.types());
  }

  @Test
  void knowsNoteInTheMargin() {
    TypedPage page = new TypedPage().prose(600).block(20, 700, "see 4");
    assertEquals(List.of("body the", "marginal-note see"), page.types());
  }

  @Test
  void knowsAddressAboveTheText() {
    TypedPage page =
        new TypedPage()
            .block(250, 900, "Mr. J. Vale", "Harbour Office", "Puerto Franco")
            .prose(1300);
    assertEquals(List.of("address Mr.", "body the"), page.types());
  }

  @Test
  void takesWhatCouldNotBeReadOutsideTheTextForHandwriting() {
    TypedPage page = new TypedPage().block(0.2, 400, 300, "Ja wz").prose(800);
    assertEquals(RegionType.MARGINAL_NOTE, page.regions().getFirst().type());
  }

  @Test
  void doesNotKnowWhatDirtSays() {
    TypedPage page = new TypedPage().block(0.2, 400, 300, "'", ".").prose(800);
    assertEquals(RegionType.UNKNOWN, page.regions().getFirst().type());
  }

  @Test
  void keepsWhatCouldNotBeReadWithinTheText() {
    TypedPage page = new TypedPage().prose(600).block(0.3, 250, 960, "tbe p1lot wcnt").prose(1100);
    assertTrue(page.types().stream().allMatch(type -> type.startsWith("body")), page::toString);
  }

  /** A line whose words stand each so much lower than the one before. */
  private static Line tilted(double confidence, int x, int y, int step, String... texts) {
    List<Word> words = new ArrayList<>();
    for (String text : texts) {
      int width = 20 * text.length();
      words.add(new Word(text, new Box(x, y + step * words.size(), width, 40), confidence));
      x += width + 20;
    }
    return new Line(words);
  }

  @Test
  void knowsTiltedStampByItsSlopeWithTheLinesBesideIt() {
    TypedPage page =
        new TypedPage()
            .prose(800)
            .add(
                tilted(0.9, 1200, 2200, 22, "ANGEKOMMEN", "BLATT", "88"),
                tilted(0.9, 1300, 2280, 12, "5", "OCT.", "1949"));
    assertEquals(List.of("body the", "stamp ANGEKOMMEN"), page.types());
  }

  @ParameterizedTest
  @ValueSource(strings = {"von Hattingen", "de la Roca", "van den Berg"})
  void nameWithParticleIsSignature(String name) {
    TypedPage page = new TypedPage().prose(800).block(1100, 1400, name).block(1120, 1480, "Consul");
    assertEquals(
        List.of("body the", "signature " + name.split(" ")[0], "signature Consul"), page.types());
  }

  @Test
  void lastWordsOfSentenceAreNoSignature() {
    assertEquals(
        "body de",
        new TypedPage().prose(800).block(1100, 1400, "de noche y de lluvia").types().getLast());
  }

  @Test
  void tiltedSignatureAndLevelCapitalsAreNoStamp() {
    assertEquals(
        "signature Fernando",
        new TypedPage()
            .prose(800)
            .add(tilted(0.9, 1200, 1900, 22, "Fernando", "Quiroga", "Paz"))
            .types()
            .getLast());
    assertEquals(
        "signature FERNANDO",
        new TypedPage()
            .prose(800)
            .add(tilted(0.9, 1200, 1900, 2, "FERNANDO", "QUIROGA", "PAZ"))
            .types()
            .getLast());
  }

  @Test
  void knowsTheLettersOfAStampThatRunsUpThePage() {
    TypedPage page = new TypedPage().block(0.3, 1500, 300, "0", "t", "9", "e", "4").prose(1000);
    assertEquals(RegionType.STAMP, page.regions().getFirst().type());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Strictly Confidential.", "Vertraulich !", "C O P Y", "Reservado"})
  void knowsMarksOfHandlingAboveTheText(String text) {
    assertEquals("stamp", type(new TypedPage().block(1200, 300, text).prose(800)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"No. 227", "G.D.301.758-St.B.", "B.189"})
  void takesTheNumberOfAnOfficeForPartOfTheLetterhead(String text) {
    assertEquals("letterhead", type(new TypedPage().block(250, 300, text).prose(800)));
  }

  @Test
  void knowsAddressWhoseLinesStepToTheRight() {
    TypedPage page =
        new TypedPage()
            .block(250, 300, "14 March 1931")
            .block(250, 500, "Harbour Master,")
            .block(250, 2900, "9");
    TypedPage stepping =
        new TypedPage()
            .block(1100, 200, "14 March 1931")
            .add(
                line(250, 400, "Harbour Master,"), line(450, 460, "Puerto"), line(650, 520, "Sur."))
            .prose(800);
    assertEquals("body Harbour", page.types().get(1));
    assertEquals(List.of("date-line 14", "address Harbour", "body the"), stepping.types());
  }

  @Test
  void takesTheLineOfASubjectForHeadingWithThoseBelowIt() {
    TypedPage page =
        new TypedPage()
            .block(1100, 200, "14 March 1931")
            .block(400, 400, "Subject: Lamps of the", "outer harbour")
            .prose(800);
    assertEquals(List.of("date-line 14", "heading Subject:", "body the"), page.types());
  }

  @Test
  void knowsTheCloseOfALetterWithoutWhiteAboveIt() {
    String text = "the pilot could not go on board before noon because of the fog on the bay";
    TypedPage page =
        new TypedPage()
            .add(
                line(250, 800, text),
                line(250, 860, text),
                line(250, 920, text),
                line(900, 980, "We remain,"),
                line(1100, 1040, "Yours truly,"));
    assertEquals(List.of("body the", "signature We"), page.types());
  }

  @Test
  void leavesTheFirstWordOfTheNextPageInTheText() {
    TypedPage page = new TypedPage().prose(1000).prose(2350).block(1600, 2800, "harbour");
    assertEquals(RegionType.BODY, last(page));
  }

  @Test
  void knowsColumnsOfNamesForTable() {
    TypedPage page =
        new TypedPage()
            .prose(600)
            .add(
                line(250, 1100, "Vale, J."),
                line(900, 1100, "Harbour Office"),
                line(250, 1160, "Arrieta, T."),
                line(900, 1160, "Consulate"),
                line(250, 1220, "Duarte, A."),
                line(900, 1220, "Lighthouse"))
            .prose(1500);
    assertEquals(List.of("body the", "table Vale,", "body the"), page.types());
  }

  @Test
  void knowsNameOfSpeakerBetweenLinesOfOnePitch() {
    String text = "the pilot could not go on board before noon because of the fog on the bay";
    TypedPage page =
        new TypedPage()
            .add(
                line(250, 800, text),
                line(250, 860, text),
                line(800, 920, "CAPTAIN"),
                line(250, 980, text),
                line(250, 1040, text));
    assertEquals(List.of("body the", "heading CAPTAIN", "body the"), page.types());
  }

  @Test
  void takesTheTitleBesideThePageNumberForRunningHeader() {
    TypedPage page =
        new TypedPage().add(line(250, 200, "12"), line(800, 200, "On Lamps")).prose(400);
    assertEquals(List.of("page-number 12", "letterhead On", "body the"), page.types());
  }

  @Test
  void keepsTheTitleBelowTheDateOfALetter() {
    TypedPage page =
        new TypedPage()
            .block(700, 100, "CONSULATE GENERAL")
            .block(1100, 300, "14 March 1931")
            .block(600, 500, "REPORT ON THE LAMPS")
            .prose(900);
    assertEquals(
        List.of("letterhead CONSULATE", "date-line 14", "heading REPORT", "body the"),
        page.types());
  }

  @Test
  void longHeadingIsNoRunningText() {
    TypedPage page =
        new TypedPage()
            .block(400, 300, "On the lamps of the outer harbour and who pays for all")
            .prose(800);
    assertEquals(List.of("heading On", "body the"), page.types());
  }

  @Test
  void typesPageWithoutRunningText() {
    assertEquals(List.of("body List"), new TypedPage().block(250, 900, "List of lamps").types());
    assertEquals(List.of(), new TypedPage().types());
  }

  @Test
  void coversEachLineOnceInOrder() {
    TypedPage page =
        new TypedPage()
            .block(250, 200, "CONSULATE", "3", "14 March 1931")
            .prose(500)
            .block(0.1, 20, 900, "x")
            .prose(1000)
            .block(950, 2900, "9");
    assertEquals(page.lines(), page.regions().stream().flatMap(r -> r.lines().stream()).toList());
  }

  private static String type(TypedPage page) {
    return page.regions().getFirst().type().label();
  }

  private static Line line(int x, int y, String text) {
    return TypedPage.line(0.95, x, y, text);
  }

  private static RegionType last(TypedPage page) {
    return page.regions().getLast().type();
  }
}
