package org.cotejo.translation.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void rejoinsLinesThatWereWrapped() {
    // When
    PlainText text =
        PlainText.of(
            """
            The boxes that you sent to this office by the last steamer have
            come, and nothing was missing from them. We thank you for your
            care. The Captain has left for the north with all of his cooper-
            ation promised.

            Nobody else wrote.
            """);
    // Then
    assertEquals(
        "The boxes that you sent to this office by the last steamer have come, and nothing was"
            + " missing from them. We thank you for your care. The Captain has left for the north"
            + " with all of his cooperation promised.\nNobody else wrote.",
        text.text());
  }

  @Test
  void keepsLinesOfTheirOwnApart() {
    assertEquals(
        "MEMORANDUM\nPort Office\nMay 4, 1951\nNobody wrote.",
        PlainText.of("MEMORANDUM\nPort Office\nMay 4, 1951\nNobody wrote.\n").text());
  }

  @Test
  void joinsTheLinesOfALetterheadAnAddressAndASignature() {
    // When
    PlainText text =
        PlainText.of(
            """
            REPUBLIC OF TALARA
            HARBOUR OFFICE

            To Captain Moreno,
            Port Office.
            [By hand]

            The boxes have come.
            Nothing is missing.

            Elena Ruiz
            Consul [acting]
            """);
    // Then
    assertEquals(
        "REPUBLIC OF TALARA HARBOUR OFFICE\nTo Captain Moreno, Port Office. [By hand]\n"
            + "The boxes have come.\nNothing is missing.\nElena Ruiz Consul [acting]",
        text.text());
    assertEquals(
        List.of(
            SegmentKind.HEADING,
            SegmentKind.ADDRESS,
            SegmentKind.SENTENCE,
            SegmentKind.SENTENCE,
            SegmentKind.SIGNATURE),
        text.paragraphs().stream().map(ParagraphSpan::known).toList());
  }

  @Test
  void leavesALetterheadApartFromTheDateAndTwoAddressesApart() {
    assertEquals(
        "HARBOUR OFFICE\nTalara, May 4, 1951\nTo Captain Moreno, Talara\nTo Consul Ruiz",
        PlainText.of(
                "HARBOUR OFFICE\nTalara, May 4, 1951\nTo Captain Moreno,\nTalara\nTo Consul Ruiz\n")
            .text());
  }

  @Test
  void rejoinsASentenceThatAPageBreakDivided() {
    assertEquals(
        "He had not read his remarks well, and said so.",
        PlainText.of("He had not read his remarks\n\nwell, and said so.").text());
  }

  @Test
  void readsUtf8WithAMarkAndWindows1252() {
    assertEquals("año", PlainTextDecoder.decode("\ufeffaño".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "“año”", PlainTextDecoder.decode("“año”".getBytes(Charset.forName("windows-1252"))));
    assertEquals("año", PlainTextDecoder.decode("an\u0303o".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void refusesWhatIsNoText() {
    BrokenTranslation binary =
        assertThrows(
            BrokenTranslation.class, () -> PlainTextDecoder.decode(new byte[] {'a', 0, 'b'}));
    assertEquals("translation.binary", binary.code());
    BrokenTranslation broken =
        assertThrows(
            BrokenTranslation.class,
            () ->
                PlainTextDecoder.decode(
                    new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xC3}));
    assertEquals("translation.undecodable", broken.code());
  }
}
