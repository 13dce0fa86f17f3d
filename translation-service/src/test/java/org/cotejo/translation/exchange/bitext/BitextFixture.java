package org.cotejo.translation.exchange.bitext;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.LexicalAligner;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.BitextMaker;
import org.cotejo.translation.bitext.Handwork;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Method;
import org.cotejo.translation.bitext.PageRange;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.reading.TypedPage;
import org.cotejo.translation.segmentation.CutText;
import org.cotejo.translation.segmentation.EditorialAnnotations;
import org.cotejo.translation.segmentation.PlainText;
import org.cotejo.translation.segmentation.Segmenter;
import org.cotejo.translation.segmentation.icu.IcuSentenceBreaks;

/** A bitext of two pages with everything that an export has to bear. */
final class BitextFixture {
  private static final String[] PAGE_1 = {
    "            CONSULADO DE LA ISLA VERDE",
    "",
    "Puerto Claro, 4 de mayo de 1951",
    "",
    "Señor Ministro:",
    "",
    "   El cónsul <Ruiz> & sus hijos llegaron el lunes a Puerto Claro.",
    "Dijo que el barco (la Estrella) había salido de Valdora con dos",
    "semanas de retraso y que los pasajeros no tenían noticias de nin-",
  };
  private static final String[] PAGE_2 = {
    "            CONSULADO DE LA ISLA VERDE",
    "                     --2--",
    "",
    "guna clase. El capitán Moreno entregó 45 cartas.",
    "--El gobernador preguntó si las cajas estaban cerradas. Nadie",
    "contestó.",
  };
  private static final String ENGLISH =
      """
      Puerto Claro, 4 May 1951

      Dear Minister:

      Consul <Ruiz> & his sons arrived in Puerto Claro on Monday. He said that the ship (the \
      Estrella) had left Valdora two weeks late [in April (old style)]. The passengers had no \
      news of any kind (none whatsoever). Captain Moreno [i.e., the elder -ed.] delivered 45 letters.

      This was added. The governor asked whether the boxes were closed.
      """;

  private BitextFixture() {}

  /**
   * One original sentence became two, one is omitted, one added, and a person set a link.
   *
   * @param corrections how many changes of people hold
   */
  static ExportedBitext paper(int corrections) {
    BitextMaker maker = maker();
    Reading reading =
        maker.read(
            List.of(TypedPage.of(1, PAGE_1), TypedPage.of(2, PAGE_2)),
            "es",
            List.of(new PageRange(1, 1), new PageRange(2, 2)));
    CutText english = maker.cut(PlainText.of(ENGLISH), "en");
    List<Link> links =
        new ArrayList<>(
            List.of(
                new Link(List.of(0), List.of(0), .98765),
                new Link(List.of(1), List.of(1), .9),
                new Link(List.of(2), List.of(2), .9),
                new Link(List.of(3), List.of(3, 4), .8),
                new Link(List.of(4), List.of(5), 1, corrections > 0),
                new Link(List.of(5), List.of(7), .7)));
    return exported(
        reading,
        new Bitext(
            "es",
            "en",
            "A. Vega",
            new Method("lexical", "3", "lexical-3-0123456789ab").with("en-es.7"),
            english.text(),
            english.segments(),
            EditorialAnnotations.find(english.text()),
            links,
            List.of(6),
            List.of(6),
            new Handwork(
                corrections,
                List.of(),
                corrections > 0 ? Set.of("s7") : Set.of(),
                new TreeMap<>())));
  }

  /** A document none of whose pages could be read. */
  static ExportedBitext unread() {
    BitextMaker maker = maker();
    Reading reading = maker.read(List.of(), "es", List.of());
    CutText english = maker.cut(PlainText.of(""), "en");
    return exported(
        reading,
        new Bitext(
            "es",
            "en",
            "",
            new Method("lexical", "3", "lexical-3-0123456789ab"),
            english.text(),
            english.segments(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static BitextMaker maker() {
    return new BitextMaker(
        new Segmenter(new IcuSentenceBreaks()),
        new LexicalAligner(AlignmentSettings.standard()),
        new Method("lexical", "3", "lexical-3-test"));
  }

  private static ExportedBitext exported(Reading reading, Bitext bitext) {
    return new ExportedBitext(
        "0192a0b0-0000-7000-8000-000000000001",
        "Carta & \"respuesta\"\u0001",
        2,
        5,
        Instant.parse("2026-11-25T08:00:01.5Z"),
        reading,
        bitext,
        Map.of(1, "surrogates/a/1.jpg", 2, "surrogates/a/2.jpg"));
  }

  static byte[] written(BitextWriter writer, ExportedBitext bitext) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(bitext, out);
    return out.toByteArray();
  }
}
