package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  void doesNotTrustWhatCouldNotBeRead() {
    TypedPage page = new TypedPage().block(0.2, 400, 300, "Ja wz").prose(800);
    assertEquals(RegionType.UNKNOWN, page.regions().getFirst().type());
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

  private static RegionType last(TypedPage page) {
    return page.regions().getLast().type();
  }
}
