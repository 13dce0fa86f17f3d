package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.cotejo.ocr.recognition.language.OpenNlpLanguages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Languages of what was read, found with the real detector. */
class PageLanguagesTest {
  private static final String SPANISH =
      "El guarda del faro comunicó ayer que la lámpara nueva había llegado sin el cristal y pidió"
          + " que el próximo vapor trajera otro.";
  private static final String ENGLISH =
      "The keeper of the lighthouse wrote that the new lamp had come without its glass, and asked"
          + " that the next steamer bring another.";

  private final PageLanguages languages =
      new PageLanguages(
          new OpenNlpLanguages(),
          new TreeSet<>(
              Arrays.asList("ces dan deu eng fra hun ita nld pol por rus spa chi_sim".split(" "))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es | El guarda del faro comunicó ayer que la lámpara nueva había llegado sin el cristal.",
        "en | The keeper of the lighthouse wrote yesterday that the new lamp had come without glass.",
        "de | Der Leuchtturmwärter schrieb gestern, dass die neue Lampe ohne Glas angekommen sei.",
        "fr | Le gardien du phare écrivit hier que la lampe neuve était arrivée sans son verre.",
        "ru | Смотритель маяка сообщил вчера, что новая лампа пришла без стекла.",
        "cs | Strážce majáku včera oznámil, že nová lampa přišla bez skla a prosil o jiné.",
        "pl | Latarnik doniósł wczoraj, że nowa lampa przyszła bez szkła, i prosił o inne.",
        "hu | A világítótorony őre tegnap jelentette, hogy az új lámpa üveg nélkül érkezett meg.",
        "da | Fyrmesteren skrev i går, at den nye lampe var kommet uden glas, og bad om et andet.",
        "nl | De vuurtorenwachter schreef gisteren dat de nieuwe lamp zonder glas was aangekomen.",
        "pt | O guarda do farol comunicou ontem que a lâmpada nova tinha chegado sem o vidro.",
        "it | Il guardiano del faro comunicò ieri che la lampada nuova era arrivata senza vetro."
      })
  void findsTheLanguage(String tag, String text) {
    assertEquals(List.of(new LanguageTag(tag)), languages.of(blocks(text)));
  }

  /** The first reading has no letters of the language's own. */
  @Test
  void findsTheLanguageOfTextReadWithAnotherModel() {
    String poorly = SPANISH.replace("ó", "6").replace("á", "a").replace("í", "i");
    assertEquals(List.of(new LanguageTag("es")), languages.of(blocks(poorly)));
  }

  @Test
  void findsBothLanguagesOfPageThatHasTwo() {
    assertEquals(
        List.of(new LanguageTag("es"), new LanguageTag("en")),
        languages.of(blocks(SPANISH + " " + SPANISH, ENGLISH)));
  }

  @Test
  void passesOverFewWords() {
    assertEquals(
        List.of(new LanguageTag("es")),
        languages.of(blocks(SPANISH + SPANISH + SPANISH + SPANISH + SPANISH, "Yours sincerely")));
  }

  @Test
  void saysNothingOfPageWithoutText() {
    assertEquals(List.of(), languages.of(List.of()));
    assertEquals(List.of(), languages.of(blocks("12 / 1931")));
  }

  @Test
  void looksFirstThroughOneLanguageOfEachAlphabet() {
    assertEquals(List.of(new LanguageTag("en"), new LanguageTag("ru")), languages.first());
    PageLanguages without =
        new PageLanguages(new OpenNlpLanguages(), new TreeSet<>(List.of("rus", "deu")));
    assertEquals(List.of(new LanguageTag("de"), new LanguageTag("ru")), without.first());
  }

  private static List<Block> blocks(String... texts) {
    List<Block> blocks = new ArrayList<>();
    for (String text : texts) {
      List<Word> words =
          Arrays.stream(text.split(" +"))
              .map(word -> new Word(word, new Box(1, 1, 9, 9), 0.9))
              .toList();
      blocks.add(new Block(List.of(new Line(words))));
    }
    return blocks;
  }
}
