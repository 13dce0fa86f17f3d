package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cotejo.ocr.surrogates.TextLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLayerJudgeTest {
  private static final List<LanguageTag> SPANISH = List.of(new LanguageTag("es"));
  private static final String SENTENCES =
      "El guarda del faro comunicó ayer que la lámpara nueva había llegado sin el cristal. "
          + "Pidió que el próximo vapor trajera otro (pedido núm. 1742) y que la caja se abriera "
          + "en su presencia, el 14 de marzo de 1931.";

  private final TextLayerJudge judge = new TextLayerJudge();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es | El guarda del faro comunicó ayer que la lámpara nueva había llegado sin cristal.",
        "en | The keeper of the lighthouse wrote that the new lamp had come without its glass; he's waiting.",
        "de | Der Leuchtturmwärter schrieb gestern, daß die neue Lampe ohne Glas angekommen sei.",
        "fr | Le gardien du phare écrivit hier que la lampe neuve était arrivée sans son verre, l'autre aussi.",
        "ru | Смотритель маяка сообщил вчера, что новая лампа пришла без стекла и просил прислать другое.",
        "cs | Strážce majáku včera oznámil, že nová lampa přišla bez skla, a prosil o jiné sklo.",
        "pl | Latarnik doniósł wczoraj, że nowa lampa przyszła bez szkła, i prosił o inne szkło.",
        "hu | A világítótorony őre tegnap jelentette, hogy az új lámpa üveg nélkül érkezett meg.",
        "da | Fyrmesteren skrev i går, at den nye lampe var kommet uden glas, og bad om et andet.",
        "nl | De vuurtorenwachter schreef gisteren dat de nieuwe lamp zonder glas was aangekomen.",
        "pt | O guarda do farol comunicou ontem que a lâmpada nova tinha chegado sem o vidro.",
        "it | Il guardiano del faro comunicò ieri che la lampada nuova era arrivata senza vetro."
      })
  void takesTextOfEachLanguage(String language, String text) {
    assertEquals(
        LayerVerdict.USED,
        judge.verdict(layer(text + " " + text), List.of(new LanguageTag(language))));
  }

  @Test
  void takesTypescriptInCapitals() {
    assertEquals(
        LayerVerdict.USED,
        judge.verdict(layer(SENTENCES.toUpperCase(java.util.Locale.ROOT)), SPANISH));
  }

  @Test
  void thereIsNoLayer() {
    assertEquals(LayerVerdict.NONE, judge.verdict(TextLayer.NONE, SPANISH));
  }

  @Test
  void pageNumberAloneIsTooLittle() {
    assertEquals(LayerVerdict.TOO_LITTLE, judge.verdict(layer("- 12 - Anexo"), SPANISH));
  }

  @Test
  void glyphsWithoutCharactersAreRubbish() {
    String soup =
        SENTENCES
            .codePoints()
            .mapToObj(sign -> sign == ' ' ? " " : Character.toString(0xE000 + sign % 64))
            .collect(Collectors.joining());
    assertEquals(LayerVerdict.UNMAPPED, judge.verdict(layer(soup), SPANISH));
    String some = SENTENCES.replace('a', '\uFFFD');
    assertEquals(LayerVerdict.UNMAPPED, judge.verdict(layer(some), SPANISH));
  }

  /** A font without a mapping gives its glyphs' numbers: each letter 29 places too low. */
  @Test
  void numbersOfGlyphsAreRubbish() {
    String numbers =
        SENTENCES
            .codePoints()
            .mapToObj(sign -> sign == ' ' ? " " : Character.toString(Math.max(33, sign - 29)))
            .collect(Collectors.joining());
    assertEquals(LayerVerdict.SCRAMBLED, judge.verdict(layer(numbers), SPANISH));
  }

  @Test
  void lettersOfAnotherOrderAreRubbish() {
    String shifted =
        SENTENCES
            .codePoints()
            .mapToObj(
                sign ->
                    sign >= 'a' && sign <= 'z'
                        ? Character.toString('a' + (sign - 'a' + 5) % 26)
                        : Character.toString(sign))
            .collect(Collectors.joining());
    assertEquals(LayerVerdict.SCRAMBLED, judge.verdict(layer(shifted), SPANISH));
  }

  @Test
  void whatABadReaderSawIsRubbish() {
    String junk =
        "E1 gu4rda dcl f@ro c0mun1có ay€r qu3 1a lám|)ara nu3va h4bía ll3gad0 s1n e1 cr1sta1 "
            + "P1d1ó qu€ e| pr0x1mo vap0r tra]era 0tr0 yqUe lA cAJa s3 abr1era eN sU pr3senc1a";
    assertEquals(LayerVerdict.NO_WORDS, judge.verdict(layer(junk), SPANISH));
  }

  @Test
  void lettersSetApartAreRubbish() {
    String apart = String.join(" ", SENTENCES.replace(" ", "").split(""));
    assertEquals(LayerVerdict.NO_WORDS, judge.verdict(layer(apart), SPANISH));
  }

  @Test
  void linesOfSymbolsAreRubbish() {
    String symbols = "Tabla de sumas y totales " + "|__|__| ---- ==== **** 12/3 ".repeat(12);
    assertEquals(LayerVerdict.SYMBOLS, judge.verdict(layer(symbols), SPANISH));
  }

  @Test
  void anotherScriptThanTheRecordsIsRubbish() {
    assertEquals(
        LayerVerdict.OTHER_SCRIPT, judge.verdict(layer(SENTENCES), List.of(new LanguageTag("ru"))));
    assertEquals(
        LayerVerdict.USED,
        judge.verdict(layer(SENTENCES), List.of(new LanguageTag("ru"), new LanguageTag("es"))));
  }

  @Test
  void wordsBesideTheInkAreMisplaced() {
    TextLayer good = layer(SENTENCES);
    assertEquals(
        LayerVerdict.MISPLACED,
        judge.verdict(new TextLayer(good.paragraphs(), true, 0.2, 0.4), SPANISH));
  }

  @Test
  void lineOnAPictureOfMoreTextIsIncomplete() {
    TextLayer good = layer(SENTENCES);
    assertEquals(
        LayerVerdict.INCOMPLETE,
        judge.verdict(new TextLayer(good.paragraphs(), true, 0.9, 1), SPANISH));
  }

  private static TextLayer layer(String text) {
    List<TextLayer.Word> words = new ArrayList<>();
    for (String word : text.split(" +")) {
      words.add(
          new TextLayer.Word(word, new Rectangle2D.Double(50 + 30 * words.size(), 40, 25, 12)));
    }
    return new TextLayer(
        List.of(new TextLayer.Paragraph(List.of(new TextLayer.Line(words)))), false, 0, 1);
  }
}
