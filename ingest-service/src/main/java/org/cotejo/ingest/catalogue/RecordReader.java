package org.cotejo.ingest.catalogue;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a record out of a tree of maps, lists and strings, and gathers everything that is wrong
 * with it.
 */
public final class RecordReader {
  private static final Set<String> OTHER_FIELDS =
      Set.of("title", "originalLanguages", "originalLanguage", "date", "access", "parts");

  /** Stands for a field that is missing or null. */
  private static final Object ABSENT = Optional.empty();

  private final Access defaultAccess;
  private final List<Finding> findings = new ArrayList<>();

  private RecordReader(Access defaultAccess) {
    this.defaultAccess = defaultAccess;
  }

  /**
   * The outcome of reading.
   *
   * @param record present when there is no finding
   * @param findings all faults, in the order of the fields
   */
  public record Reading(Optional<CatalogueRecord> record, List<Finding> findings) {}

  /**
   * Reads a record.
   *
   * @param tree as a JSON object parses to
   * @param defaultAccess for a record that does not say who may see it
   */
  public static Reading read(Map<?, ?> tree, Access defaultAccess) {
    RecordReader reader = new RecordReader(defaultAccess);
    CatalogueRecord record = reader.record(tree);
    return new Reading(
        reader.findings.isEmpty() ? Optional.of(record) : Optional.empty(),
        List.copyOf(reader.findings));
  }

  private CatalogueRecord record(Map<?, ?> tree) {
    unknownFields(tree);
    String title = text(value(tree, "title"), "record.title", RecordFields.TITLE_LENGTH).orElse("");
    if (ABSENT.equals(value(tree, "title"))) {
      add("record.title-missing", "record.title", "The record has no title.");
    }
    List<LanguageTag> languages = languages(tree);
    Optional<EdtfDate> date =
        tree.containsKey("date") ? date(value(tree, "date"), "record.date") : Optional.empty();
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, Integer> field : new TreeMap<>(RecordFields.TEXTS).entrySet()) {
      String name = field.getKey();
      if (tree.containsKey(name)) {
        text(value(tree, name), "record." + name, field.getValue())
            .ifPresent(value -> texts.put(name, value));
      }
    }
    sourceUrl(texts);
    Map<String, List<String>> lists = new HashMap<>();
    for (String name : RecordFields.LISTS) {
      if (tree.containsKey(name)) {
        lists.put(name, texts(value(tree, name), "record." + name));
      }
    }
    Access access = tree.containsKey("access") ? access(value(tree, "access")) : defaultAccess;
    List<Part> parts = tree.containsKey("parts") ? parts(value(tree, "parts")) : List.of();
    return new CatalogueRecord(title, languages, date, texts, lists, access, parts);
  }

  private void unknownFields(Map<?, ?> tree) {
    Set<String> unknown = new TreeSet<>();
    tree.keySet().forEach(key -> unknown.add(String.valueOf(key)));
    unknown.removeAll(RecordFields.TEXTS.keySet());
    unknown.removeAll(RecordFields.LISTS);
    unknown.removeAll(OTHER_FIELDS);
    for (String name : unknown) {
      add(
          "record.field-unknown",
          "record." + name,
          "The record has no field \"" + name + "\"; it would be lost.");
    }
  }

  private List<LanguageTag> languages(Map<?, ?> tree) {
    Object given =
        tree.containsKey("originalLanguages")
            ? tree.get("originalLanguages")
            : tree.get("originalLanguage");
    List<?> values =
        given instanceof List<?> list ? list : given == null ? List.of() : List.of(given);
    if (values.isEmpty()) {
      add(
          "record.language-missing",
          "record.originalLanguages",
          "The record does not say in which language the original is written.");
    }
    List<LanguageTag> tags = new ArrayList<>();
    for (Object value : values) {
      Optional<LanguageTag> tag = LanguageTag.parse(String.valueOf(value));
      if (tag.isEmpty()) {
        add(
            "record.language-invalid",
            "record.originalLanguages",
            "\"" + shown(value) + "\" is not a BCP 47 language tag; Spanish is es.");
      } else if (!tags.contains(tag.get())) {
        tags.add(tag.get());
      }
    }
    return tags;
  }

  private Optional<EdtfDate> date(Object value, String field) {
    if (value instanceof String text) {
      return edtf(text, field).map(edtf -> new EdtfDate(edtf, Optional.empty()));
    }
    if (!(value instanceof Map<?, ?> tree)) {
      add("record.date-invalid", field, "A date is a text, or an object with edtf and printed.");
      return Optional.empty();
    }
    // What this service adds itself is taken back without complaint.
    onlyFields(tree, Set.of("edtf", "printed", "earliest", "latest"), field);
    Optional<String> printed =
        tree.containsKey("printed")
            ? text(value(tree, "printed"), field + ".printed", RecordFields.LIST_ITEM_LENGTH)
            : Optional.empty();
    if (!(value(tree, "edtf") instanceof String text)) {
      add("record.date-missing", field + ".edtf", "The date has no EDTF form.");
      return Optional.empty();
    }
    return edtf(text, field + ".edtf").map(edtf -> new EdtfDate(edtf, printed));
  }

  private Optional<Edtf> edtf(String text, String field) {
    try {
      return Optional.of(Edtf.parse(text));
    } catch (InvalidEdtf invalid) {
      add(
          "record.date-invalid",
          field,
          "\"" + shown(text) + "\" is not an EDTF date: " + invalid.reason() + ".");
      return Optional.empty();
    }
  }

  private void sourceUrl(Map<String, String> texts) {
    String url = texts.getOrDefault("sourceUrl", "https://example.org");
    try {
      URI uri = new URI(url);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return;
      }
    } catch (java.net.URISyntaxException invalid) {
      // Said below.
    }
    add("record.url-invalid", "record.sourceUrl", "The source is not an http or https address.");
  }

  private Access access(Object value) {
    Object level = value instanceof Map<?, ?> tree ? value(tree, "level") : value;
    Object until = value instanceof Map<?, ?> tree ? value(tree, "until") : ABSENT;
    if (value instanceof Map<?, ?> tree) {
      onlyFields(tree, Set.of("level", "until"), "record.access");
    }
    return switch (String.valueOf(level)) {
      case "public" -> withoutDay(Access.open(), until);
      case "restricted" -> withoutDay(Access.restricted(), until);
      case "embargoed" -> embargo(until);
      default -> {
        add(
            "record.access-invalid",
            "record.access.level",
            "The access level is public, restricted or embargoed, not \"" + shown(level) + "\".");
        yield Access.restricted();
      }
    };
  }

  private Access withoutDay(Access access, Object until) {
    if (!ABSENT.equals(until)) {
      add(
          "record.access-day-without-embargo",
          "record.access.until",
          "Only the level embargoed has a day.");
    }
    return access;
  }

  private Access embargo(Object until) {
    try {
      return new Access(
          Access.Level.EMBARGOED, Optional.of(LocalDate.parse(String.valueOf(until))));
    } catch (DateTimeException invalid) {
      add(
          "record.embargo-day-invalid",
          "record.access.until",
          "An embargo names its first public day as YYYY-MM-DD.");
      return Access.restricted();
    }
  }

  private List<Part> parts(Object value) {
    if (!(value instanceof List<?> list) || list.size() > RecordFields.LIST_SIZE) {
      add(
          "record.parts-invalid",
          "record.parts",
          "Parts are a list of at most " + RecordFields.LIST_SIZE + ".");
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      String field = "record.parts[" + index + "]";
      if (list.get(index) instanceof Map<?, ?> tree) {
        parts.add(part(tree, field));
      } else {
        add("record.part-invalid", field, "A part is an object with title, date and pages.");
      }
    }
    overlaps(parts);
    return parts;
  }

  private Part part(Map<?, ?> tree, String field) {
    onlyFields(tree, Set.of("title", "date", "pages"), field);
    String title =
        text(value(tree, "title"), field + ".title", RecordFields.TITLE_LENGTH).orElse("");
    Optional<EdtfDate> date =
        tree.containsKey("date") ? date(value(tree, "date"), field + ".date") : Optional.empty();
    Optional<Part.PageRange> pages = Optional.empty();
    if (tree.containsKey("pages")) {
      pages = pages(value(tree, "pages"), field + ".pages");
    }
    return new Part(title, date, pages);
  }

  private Optional<Part.PageRange> pages(Object value, String field) {
    if (value instanceof Map<?, ?> tree
        && tree.get("from") instanceof Integer from
        && tree.get("to") instanceof Integer to
        && from >= 1
        && to >= from) {
      return Optional.of(new Part.PageRange(from, to));
    }
    add("record.pages-invalid", field, "Pages are {from, to}, counted from 1, in order.");
    return Optional.empty();
  }

  private void overlaps(List<Part> parts) {
    Set<Integer> seen = new HashSet<>();
    for (int index = 0; index < parts.size(); index++) {
      Optional<Part.PageRange> range = parts.get(index).pages();
      if (range.isPresent() && range.get().to() - range.get().from() < 100_000) {
        for (int page = range.get().from(); page <= range.get().to(); page++) {
          if (!seen.add(page)) {
            add(
                "record.parts-overlap",
                "record.parts[" + index + "].pages",
                "Page " + page + " belongs to two parts.");
            break;
          }
        }
      }
    }
  }

  private List<String> texts(Object value, String field) {
    List<?> list = value instanceof List<?> values ? values : List.of(value);
    if (list.size() > RecordFields.LIST_SIZE) {
      add("record.list-too-long", field, "At most " + RecordFields.LIST_SIZE + " values.");
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      text(list.get(index), field + "[" + index + "]", RecordFields.LIST_ITEM_LENGTH)
          .ifPresent(texts::add);
    }
    return List.copyOf(texts);
  }

  private Optional<String> text(Object value, String field, int maximumLength) {
    if (ABSENT.equals(value) && "record.title".equals(field)) {
      return Optional.empty();
    }
    if (!(value instanceof String text)) {
      add("record.text-expected", field, "A text is expected here.");
      return Optional.empty();
    }
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      add("record.text-empty", field, "The text is empty.");
      return Optional.empty();
    }
    if (stripped.length() > maximumLength) {
      add(
          "record.text-too-long",
          field,
          "The text has more than " + maximumLength + " characters.");
      return Optional.empty();
    }
    return Optional.of(stripped);
  }

  private void onlyFields(Map<?, ?> tree, Set<String> known, String field) {
    for (Object key : tree.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        add(
            "record.field-unknown",
            field + "." + key,
            "There is no field \"" + shown(key) + "\" here; it would be lost.");
      }
    }
  }

  private static Object value(Map<?, ?> tree, String name) {
    Object value = tree.get(name);
    return value == null ? ABSENT : value;
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private void add(String code, String field, String message) {
    findings.add(new Finding(code, field, message));
  }
}
