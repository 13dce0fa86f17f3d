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
 * of the archive are known by their folded forms; of a title the first one counts, since "Report on
 * the letter" is a report.
 */
public final class PaperTypes {
  private static final Map<String, String> TYPES = new HashMap<>();

  static {
    put("letter", "letter letters carta cartas lettre lettres brief briefe schreiben carteggio lettera письмо письма");
    put("memorandum", "memorandum memorandums memoranda memo memorando memorandos aide memoria memorandumo меморандум");
    put("telegram", "telegram telegrams telegrama telegramas telegramme telegramm telegramme cable cables cablegrama depesche телеграмма телеграммы");
    put("report", "report reports informe informes rapport rapports bericht berichte dictamen parte доклад отчет донесение");
    put("note", "note notes nota notas notiz vermerk записка нота");
    put("minutes", "minutes acta actas protokoll proces протокол стенограмма transcript");
    put("speech", "speech address discurso discursos discours rede речь");
    put("article", "article articles articulo articulos artikel статья");
    put("agreement", "agreement treaty convention acuerdo tratado convenio accord traite vertrag abkommen договор соглашение");
    put("decree", "decree order decreto orden decret erlass verordnung указ приказ постановление");
    put("statement", "statement declaration declaracion declaraciones erklarung заявление");
    put("interview", "interview conversation entrevista conversacion entretien gesprach беседа интервью");
    put("diary", "diary journal diario tagebuch дневник");
    put("list", "list inventory lista relacion inventario liste inventaire verzeichnis список");
    put("map", "map plan mapa plano carte karte карта");
  }

  private PaperTypes() {}

  private static void put(String type, String words) {
    for (String word : words.split(" ", -1)) {
      TYPES.put(Folding.fold(word), type);
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
