package org.cotejo.translation.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.cotejo.translation.segmentation.icu.IcuSentenceBreaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SegmenterTest {
  private final Segmenter segmenter = new Segmenter(new IcuSentenceBreaks());

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(
            "es",
            "El Sr. Vega y la Dra. Luna hablaron de los EE.UU. en la sala.|Después callaron."),
        Arguments.of("es", "Vive en Boston, EE.UU.|Ayer escribió una carta a su hermano."),
        Arguments.of("es", "Nadie lo critica.|--Mostró entonces un recorte del periódico."),
        Arguments.of("es", "Preguntó: ¿con qué derecho?|¿Quién lo dijo?|Nadie contestó nada."),
        Arguments.of("es", "La nota--ni larga ni corta--fue leída en voz alta por todos."),
        Arguments.of("en", "Mr. J. F. Doe met Col. Hart at 5 p.m. in the old harbour office."),
        Arguments.of("en", "He met U Thant.|\"We agree,\" he said to them.|They left."),
        Arguments.of("en", "He spoke to Edwin [his aide. A young man] and to the others there."),
        Arguments.of("en", "\"Will you come?\" she asked him.|He said no."),
        Arguments.of(
            "de", "Am 5. Mai kam er z. B. nach Bern und blieb dort drei Tage.|Dann ging er."),
        Arguments.of("de", "Das ist Nr. 7 von Dr. Kuhn aus der alten Sammlung."),
        Arguments.of("fr", "M. Dupont et Mme. Leroy sont partis hier soir.|Personne ne les a vus."),
        Arguments.of(
            "es",
            "Vive en EE. UU. desde mayo con el Gral. Ortiz.|Nació en el siglo III a. C. en Roma."),
        Arguments.of("es", "Llegó a EE. UU.|Ayer escribió una carta."),
        Arguments.of("es", "--No lo sé.|--Entonces dígalo usted.|--Nunca, señor."),
        Arguments.of("es", "Lo dijo -- estaba cansado -- y no contestó.|Se fue."),
        Arguments.of(
            "en", "He lived in New York, N. Y. for ten years and then in Boston.|Then he left."),
        Arguments.of("en", "At first, and then again, he lived in Albany, N. Y.|Then he left."),
        Arguments.of("en", "The U. S. Government agreed on Jan. 5, 1950.|It was over."),
        Arguments.of("en", "Two ships of the U.S. Navy came.|The U.N. Charter forbids it."),
        Arguments.of("en", "He left for the U.S.|The war was over.|He came from the U.S.|Then?"),
        Arguments.of("en", "Messrs. Hall & Co. Ltd. wrote to Gen. Ortiz of the S. S. Victoria."),
        Arguments.of("en", "No. 5 was late.|No.|He said no.|Yes."),
        Arguments.of("en", "It was late.|- The ship had gone.|- Nobody cared."),
        Arguments.of("en", "The word _never_ was underlined.|_The ship_ had gone."),
        Arguments.of("en", "1. The treaty holds.|2. The cable is paid.|3. A commission comes."),
        Arguments.of("en", "It says: (a) The treaty holds.|(b) The cable is paid."),
        Arguments.of(
            "de",
            "Das war i. J. 1950 bzw. am 3. Mai, d. h. u. a. mit Hrn. Dr. Kuhn.|Danach nicht."),
        Arguments.of("ru", "Он жил на ул. Ленина в старом доме.|Потом уехал."));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void cutsWhereSentencesEnd(String language, String marked) {
    // Given
    String text = marked.replace(".|--M", ".--M").replace("|", " ");
    // When
    List<String> sentences =
        segmenter
            .segment(
                text, List.of(new ParagraphSpan(0, text.length(), SegmentKind.SENTENCE)), language)
            .stream()
            .map(segment -> text.substring(segment.start(), segment.end()))
            .toList();
    // Then
    assertEquals(List.of(marked.split("\\|", -1)), sentences);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void segmentsCoverTheTextWithoutOverlap(String language, String marked) {
    // Given
    PlainText text = PlainText.of(marked.replace("|", "\n\n"));
    // When
    List<Segment> segments = segmenter.segment(text.text(), text.paragraphs(), language);
    // Then
    int end = 0;
    for (Segment segment : segments) {
      assertTrue(text.text().substring(end, segment.start()).isBlank());
      end = segment.end();
    }
    assertEquals(text.text().length(), end);
  }

  @Test
  void linesThatUnderlineAreNoText() {
    // Given
    PlainText text =
        PlainText.of("REPORT\n======\n\nThe ship came in.\n- - - - -\nNobody had seen it.\n___\n");
    // When
    List<String> segments =
        segmenter.segment(text.text(), text.paragraphs(), "en").stream()
            .map(segment -> text.text().substring(segment.start(), segment.end()))
            .toList();
    // Then
    assertEquals(List.of("REPORT", "The ship came in.", "Nobody had seen it."), segments);
  }

  @Test
  void longTextThatTheLayoutTakesForAHeadingIsCutAllTheSame() {
    // Given
    String text = "The boxes that you sent to this office have come. ".repeat(6).strip();
    // When
    List<Segment> segments =
        segmenter.segment(
            text, List.of(new ParagraphSpan(0, text.length(), SegmentKind.HEADING)), "en");
    // Then
    assertEquals(6, segments.size());
  }

  @Test
  void tellsTheLinesOfALetterFromItsText() {
    // Given
    PlainText letter =
        PlainText.of(
            """
            MEMORANDUM

            Puerto Claro, 4 May 1951

            To: Captain Moreno

            Dear Captain:

            The boxes that you sent have come, and nothing was missing from them.

            We thank you for your care.

            Yours sincerely,

            Ana Vega
            """);
    // When
    List<SegmentKind> kinds =
        segmenter.segment(letter.text(), letter.paragraphs(), "en").stream()
            .map(Segment::kind)
            .toList();
    // Then
    assertEquals(
        List.of(
            SegmentKind.HEADING,
            SegmentKind.DATE,
            SegmentKind.ADDRESS,
            SegmentKind.SALUTATION,
            SegmentKind.SENTENCE,
            SegmentKind.SENTENCE,
            SegmentKind.SIGNATURE,
            SegmentKind.SIGNATURE),
        kinds);
  }
}
