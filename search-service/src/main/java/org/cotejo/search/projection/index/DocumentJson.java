package org.cotejo.search.projection.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cotejo.search.names.NameVariants;
import org.cotejo.search.projection.PaperTypes;
import org.cotejo.search.projection.Passage;
import org.cotejo.search.projection.Readings;
import org.cotejo.search.retrieval.Folding;

/** Documents in the form of {@code index/documents-v1.json}. */
@ApplicationScoped
public class DocumentJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAXIMUM_YEARS = 10;
  private static final List<String> TEXTS = List.of("collection", "recordNumber", "summary");
  private static final List<String> LISTS = List.of("people", "places", "subjects");

  private final NameVariants names;

  @Inject
  public DocumentJson(NameVariants names) {
    this.names = names;
  }

  /** A document that is gone; it stays so that nothing older can come back. */
  public static ObjectNode tombstone(String documentId, long revision) {
    return JSON.objectNode()
        .put("documentId", documentId)
        .put("revision", revision)
        .put("withdrawn", true)
        .put("accessLevel", "restricted");
  }

  /**
   * A document.
   *
   * @param record by the contract {@code objects/record/v1}
   * @param aligned data of the event document.aligned
   * @param passages cut from its texts
   */
  public ObjectNode document(
      String documentId, long revision, JsonNode record, JsonNode aligned, List<Passage> passages) {
    ObjectNode json = JSON.objectNode();
    json.put("documentId", documentId).put("revision", revision).put("withdrawn", false);
    describe(json, record);
    ArrayNode languages = json.putArray("translationLanguages");
    aligned.path("bitexts").forEach(bitext -> languages.add(bitext.path("language").asText()));
    json.put("needsReview", needsReview(aligned));
    json.put("pageCount", aligned.path("pageCount").asInt());
    ArrayNode pages = json.putArray("pages");
    for (JsonNode page : aligned.path("pages")) {
      ObjectNode entry = pages.addObject().put("page", page.path("page").asInt());
      entry.set("display", page.path("display"));
      entry.set("thumbnail", page.path("thumbnail"));
    }
    json.put("passageCount", passages.size());
    strings(json.putArray("passageFields"), fields(passages));
    ArrayNode array = json.putArray("passages");
    Set<String> everyday = NameVariants.everyday(passages.stream().map(Passage::text).toList());
    for (Passage passage : passages) {
      ObjectNode entry = passage(passage);
      strings(entry.putArray("sounds"), names.sounds(passage.text(), passage.language(), everyday));
      array.add(entry);
    }
    return json;
  }

  /** Puts what the record says into a document, in place of what it said before. */
  public void describe(ObjectNode json, JsonNode record) {
    String title = record.path("title").asText();
    json.put("title", title);
    json.put("titleSort", Folding.fold(title).replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
    for (String name : TEXTS) {
      json.remove(name);
      if (record.path(name).isTextual()) {
        json.put(name, record.path(name).asText());
      }
    }
    for (String name : LISTS) {
      json.set(name, record.path(name).isArray() ? record.path(name) : JSON.arrayNode());
    }
    json.set("originalLanguages", record.path("originalLanguages"));
    strings(json.putArray("type"), types(record));
    strings(json.putArray("nameSounds"), nameSounds(record));
    date(json, record.path("date"));
    json.put("accessLevel", record.path("access").path("level").asText("restricted"));
    json.remove("accessUntil");
    if (record.path("access").path("until").isTextual()) {
      json.put("accessUntil", record.path("access").path("until").asText());
    }
  }

  private static Set<String> types(JsonNode record) {
    List<String> titles = new ArrayList<>(List.of(record.path("title").asText()));
    record.path("parts").forEach(part -> titles.add(part.path("title").asText()));
    List<String> subjects = new ArrayList<>();
    record.path("subjects").forEach(subject -> subjects.add(subject.asText()));
    return PaperTypes.of(titles, subjects);
  }

  private Set<String> nameSounds(JsonNode record) {
    String language = record.path("originalLanguages").path(0).asText("und");
    Set<String> sounds =
        new TreeSet<>(names.sounds(record.path("title").asText(), language, Set.of()));
    for (String list : List.of("people", "places")) {
      record
          .path(list)
          .forEach(name -> sounds.addAll(names.sounds(name.asText(), language, Set.of())));
    }
    return sounds;
  }

  /** Whether a page could not be read, or sentences stand on one side alone. */
  private static boolean needsReview(JsonNode aligned) {
    if (!aligned.path("pagesFailed").isEmpty()) {
      return true;
    }
    for (JsonNode bitext : aligned.path("bitexts")) {
      if (bitext.path("unlinkedSource").asInt() + bitext.path("unlinkedTarget").asInt() > 0) {
        return true;
      }
    }
    return false;
  }

  private static void date(ObjectNode json, JsonNode date) {
    json.remove(List.of("dateEdtf", "datePrinted", "dateRange", "dateEarliest", "year"));
    if (!date.path("edtf").isTextual()) {
      return;
    }
    json.put("dateEdtf", date.path("edtf").asText());
    if (date.path("printed").isTextual()) {
      json.put("datePrinted", date.path("printed").asText());
    }
    if (date.path("earliest").isTextual() && date.path("latest").isTextual()) {
      LocalDate earliest = LocalDate.parse(date.path("earliest").asText());
      LocalDate latest = LocalDate.parse(date.path("latest").asText());
      json.putObject("dateRange").put("gte", earliest.toString()).put("lte", latest.toString());
      json.put("dateEarliest", earliest.toString());
      ArrayNode years = json.putArray("year");
      if (latest.getYear() - earliest.getYear() <= MAXIMUM_YEARS) {
        for (int year = earliest.getYear(); year <= latest.getYear(); year++) {
          years.add(year);
        }
      }
    }
  }

  private static ObjectNode passage(Passage passage) {
    ObjectNode json = JSON.objectNode();
    json.put("id", passage.id());
    json.put("role", PassageDetail.role(passage.role()));
    json.put("language", passage.language());
    ArrayNode pages = json.putArray("pages");
    passage.pages().forEach(pages::add);
    strings(json.putArray("counterpartLanguages"), counterpartLanguages(passage));
    json.put(Languages.field(passage.language()), passage.text());
    Readings readings = Readings.of(passage);
    if (!readings.shapes().isEmpty()) {
      json.put("readings", readings.shapes());
      strings(json.putArray("letters"), readings.letters());
    }
    json.put("detail", PassageDetail.write(passage));
    return json;
  }

  /** The fields that hold the texts, so that a search for passages needs no others. */
  private static Set<String> fields(List<Passage> passages) {
    Set<String> fields = new TreeSet<>();
    passages.forEach(passage -> fields.add(Languages.field(passage.language())));
    return fields;
  }

  /** Primary subtags, by which the lexicon names its languages too. */
  private static Set<String> counterpartLanguages(Passage passage) {
    Set<String> languages = new TreeSet<>();
    passage
        .counterparts()
        .forEach(counterpart -> languages.add(counterpart.language().split("-", 2)[0]));
    return languages;
  }

  private static void strings(ArrayNode array, Collection<String> values) {
    values.forEach(array::add);
  }
}
