package org.cotejo.ingest.catalogue.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cotejo.ingest.catalogue.Access;
import org.cotejo.ingest.catalogue.CatalogueRecord;
import org.cotejo.ingest.catalogue.EdtfDate;
import org.cotejo.ingest.catalogue.Part;

/** Records as JSON: the same record is always the same bytes. */
public final class RecordJson {
  private static final JsonMapper MAPPER = mapper();

  private RecordJson() {}

  private static JsonMapper mapper() {
    JsonMapper mapper = JsonMapper.builder().build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(16)
                .maxDocumentLength(4_000_000)
                .build());
    return mapper;
  }

  /**
   * Parses a JSON object into maps, lists and strings.
   *
   * @throws IOException when it is not a JSON object; the message says where
   */
  public static Map<?, ?> tree(byte[] json) throws IOException {
    Object value = MAPPER.readValue(json, Object.class);
    if (value instanceof Map<?, ?> tree) {
      return tree;
    }
    throw new IOException("a JSON object is expected");
  }

  /** The canonical bytes of a record, UTF-8. */
  public static byte[] bytes(CatalogueRecord record) {
    try {
      return MAPPER.writeValueAsBytes(json(record));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A record as a JSON object, by the contract {@code objects/record/v1}. */
  public static ObjectNode json(CatalogueRecord record) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("title", record.title());
    ArrayNode languages = json.putArray("originalLanguages");
    record.originalLanguages().forEach(language -> languages.add(language.value()));
    record.date().ifPresent(date -> json.set("date", json(date)));
    new TreeMap<>(record.texts()).forEach(json::put);
    new TreeMap<>(record.lists())
        .forEach(
            (name, values) -> {
              ArrayNode array = json.putArray(name);
              values.forEach(array::add);
            });
    json.set("access", json(record.access()));
    if (!record.parts().isEmpty()) {
      ArrayNode parts = json.putArray("parts");
      record.parts().forEach(part -> parts.add(json(part)));
    }
    return json;
  }

  /** Who may see a document, as JSON. */
  public static ObjectNode json(Access access) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("level", access.level().name().toLowerCase(Locale.ROOT));
    access.until().ifPresent(day -> json.put("until", day.toString()));
    return json;
  }

  private static ObjectNode json(EdtfDate date) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("edtf", date.edtf().text());
    date.printed().ifPresent(printed -> json.put("printed", printed));
    json.put("earliest", date.edtf().earliest().toString());
    json.put("latest", date.edtf().latest().toString());
    return json;
  }

  private static ObjectNode json(Part part) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("title", part.title());
    part.date().ifPresent(date -> json.set("date", json(date)));
    Optional<Part.PageRange> pages = part.pages();
    pages.ifPresent(
        range -> json.putObject("pages").put("from", range.from()).put("to", range.to()));
    return json;
  }
}
