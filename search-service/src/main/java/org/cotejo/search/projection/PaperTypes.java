package org.cotejo.search.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import org.cotejo.search.retrieval.Folding;

/**
 * What kinds of paper a record describes: letter, report, telegram. The catalogue has no field for
 * it, but titles nearly always name it, and where they do not, subjects do. Words of the languages
 * of the archive are known by their folded forms, words that mean other things as well are left
 * out; of a title the first one counts, since "Report on the letter" is a report.
 */
public final class PaperTypes {
  private static final Map<String, String> TYPES = types();

  private PaperTypes() {}

  private static Map<String, String> types() {
    Map<String, String> types = new HashMap<>();
    put(types, "letter", "letter letters carta cartas lettre lettres briefe lettera письмо письма");
    put(
        types,
        "memorandum",
        "memorandum memorandums memoranda memo memorando memorandos меморандум");
    put(
        types,
        "telegram",
        "telegram telegrams telegrama telegramas telegramme"
            + " telegramm cable cablegrama depesche телеграмма телеграммы");
    put(
        types,
        "report",
        "report reports informe informes rapport rapports"
            + " bericht berichte dictamen доклад отчет донесение");
    put(types, "note", "note notes nota notas notiz vermerk записка нота");
    put(types, "minutes", "minutes acta actas protokoll proces протокол стенограмма transcript");
    put(types, "speech", "speech discurso discursos discours rede речь");
    put(types, "article", "article articles articulo articulos artikel статья");
    put(
        types,
        "agreement",
        "agreement treaty convention acuerdo tratado convenio"
            + " accord traite vertrag abkommen договор соглашение");
    put(types, "decree", "decree decreto decret erlass verordnung указ приказ постановление");
    put(types, "statement", "statement declaration declaracion declaraciones erklarung заявление");
    put(
        types,
        "interview",
        "interview conversation entrevista conversacion entretien gesprach беседа интервью");
    put(types, "diary", "diary diario tagebuch дневник");
    put(types, "list", "list inventory lista inventario liste inventaire verzeichnis список");
    put(types, "map", "map mapa plano carte karte карта");
    return Map.copyOf(types);
  }

  private static void put(Map<String, String> types, String type, String words) {
    for (String word : words.split(" ", -1)) {
      types.put(Folding.fold(word), type);
    }
  }

  /**
   * The types of a paper and its parts.
   *
   * @param titles of the document and of its parts; each names at most one type
   * @param subjects asked where no title names any
   */
  public static Set<String> of(Collection<String> titles, Collection<String> subjects) {
    Set<String> named = named(titles);
    return named.isEmpty() ? named(subjects) : named;
  }

  private static Set<String> named(Collection<String> texts) {
    Set<String> types = new TreeSet<>();
    texts.forEach(text -> first(text).ifPresent(types::add));
    return types;
  }

  private static Optional<String> first(String text) {
    List<String> words = Folding.words(text).map(MatchResult::group).toList();
    return words.stream()
        .map(word -> TYPES.get(Folding.fold(word)))
        .flatMap(java.util.stream.Stream::ofNullable)
        .findFirst();
  }
}
