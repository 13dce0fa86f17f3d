package org.cotejo.translation.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
        "MEMORANDUM\nTo Captain Moreno\nPort Office",
        PlainText.of("MEMORANDUM\nTo Captain Moreno\nPort Office\n").text());
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
    TextUndecodable binary =
        assertThrows(
            TextUndecodable.class, () -> PlainTextDecoder.decode(new byte[] {'a', 0, 'b'}));
    assertEquals("translation.binary", binary.code());
    TextUndecodable broken =
        assertThrows(
            TextUndecodable.class,
            () ->
                PlainTextDecoder.decode(
                    new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xC3}));
    assertEquals("translation.undecodable", broken.code());
  }
}
