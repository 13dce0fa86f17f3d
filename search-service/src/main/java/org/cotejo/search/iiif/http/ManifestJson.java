package org.cotejo.search.iiif.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cotejo.search.iiif.ImageApi;
import org.cotejo.search.iiif.ImageId;
import org.cotejo.search.iiif.TileGrid;

/** A document as a IIIF Presentation 3.0 manifest: a canvas for each page, in surrogate pixels. */
final class ManifestJson {
  static final String CONTEXT = "http://iiif.io/api/presentation/3/context.json";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What {@code rights} may hold (Presentation 3.0 section 3.1); other texts are a statement. */
  private static final Pattern LICENCE =
      Pattern.compile("https?://(creativecommons\\.org|rightsstatements\\.org)/\\S+");

  private final String base;
  private final UUID id;
  private final JsonNode document;
  private final JsonNode record;
  private final int tileSize;
  private final String provider;

  /**
   * A manifest to be made.
   *
   * @param base address of this service
   * @param document as the index has it
   * @param record of the catalogue; may lack everything
   * @param provider name of the institution
   */
  ManifestJson(
      String base, UUID id, JsonNode document, JsonNode record, int tileSize, String provider) {
    this.base = base;
    this.id = id;
    this.document = document;
    this.record = record;
    this.tileSize = tileSize;
    this.provider = provider;
  }

  /** Address of a document below {@code /iiif/presentation/3}. */
  static String address(String base, UUID id) {
    return base + "/iiif/presentation/3/" + id;
  }

  /** Names a canvas; it is no address that answers. */
  static String canvas(String base, UUID id, int page) {
    return address(base, id) + "/canvas/" + page;
  }

  ObjectNode manifest() {
    ObjectNode json = JSON.objectNode().put("@context", CONTEXT);
    json.put("id", address(base, id) + "/manifest").put("type", "Manifest");
    json.set("label", Labels.none(document.path("title").asText()));
    metadata(json.putArray("metadata"));
    if (document.path("summary").isTextual()) {
      json.set("summary", Labels.none(document.path("summary").asText()));
    }
    rights(json);
    provider(json.putArray("provider"));
    thumbnail(json);
    // Single sheets: nothing says that two of them lie open side by side.
    json.putArray("behavior").add("individuals");
    links(json);
    services(json.putArray("service"));
    partOf(json);
    ArrayNode canvases = json.putArray("items");
    document.path("pages").forEach(page -> canvases.add(canvas(page)));
    structures(json);
    return json;
  }

  private void metadata(ArrayNode metadata) {
    String printed = document.path("datePrinted").asText(document.path("dateEdtf").asText());
    pair(metadata, "Date", "Fecha", printed);
    pair(metadata, "Collection", "Colección", document.path("collection").asText());
    pair(metadata, "Record number", "Número de registro", document.path("recordNumber").asText());
    pairs(metadata, "People", "Personas", document.path("people"));
    pairs(metadata, "Places", "Lugares", document.path("places"));
    pairs(metadata, "Subjects", "Materias", document.path("subjects"));
    languages(metadata, "Original language", "Lengua del original", "originalLanguages");
    languages(metadata, "Translated into", "Traducido a", "translationLanguages");
    pair(metadata, "Citation", "Cita", record.path("citation").asText());
    pair(metadata, "Credits", "Créditos", record.path("credits").asText());
    pair(metadata, "Provenance", "Procedencia", record.path("provenance").asText());
  }

  private static void pair(ArrayNode metadata, String english, String spanish, String value) {
    if (!value.isEmpty()) {
      metadata.add(Labels.pair(english, spanish, List.of(value)));
    }
  }

  private static void pairs(ArrayNode metadata, String english, String spanish, JsonNode values) {
    List<String> texts = texts(values);
    if (!texts.isEmpty()) {
      metadata.add(Labels.pair(english, spanish, texts));
    }
  }

  private void languages(ArrayNode metadata, String english, String spanish, String field) {
    List<String> tags = texts(document.path(field));
    if (!tags.isEmpty()) {
      metadata.add(Labels.languages(english, spanish, tags));
    }
  }

  private static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private void rights(ObjectNode json) {
    String rights = record.path("rights").asText();
    if (LICENCE.matcher(rights).matches()) {
      // The standard names both vocabularies by http, whatever their pages are reached by.
      json.put("rights", rights.replaceFirst("^https:", "http:"));
    } else if (!rights.isEmpty()) {
      json.set("requiredStatement", Labels.pair("Rights", "Derechos", List.of(rights)));
    }
  }

  private void provider(ArrayNode providers) {
    ObjectNode agent = providers.addObject().put("id", base + "/").put("type", "Agent");
    agent.set("label", Labels.none(provider));
    ObjectNode page = agent.putArray("homepage").addObject();
    page.put("id", base + "/").put("type", "Text").put("format", "text/html");
    page.set("label", Labels.both("Reading room", "Sala de lectura"));
  }

  private void links(ObjectNode json) {
    String path = base + "/v1/documents/" + id;
    ArrayNode also = json.putArray("seeAlso");
    link(also, path, "Dataset", "application/json", "Catalogue record", "Registro de catálogo");
    link(
        also,
        path + "/reading-text",
        "Dataset",
        "application/json",
        "Text with the place of each word",
        "Texto con el lugar de cada palabra");
    for (String language : texts(document.path("translationLanguages"))) {
      String bitext = path + "/bitexts/" + language;
      String english = "Original and translation (" + language + "), ";
      String spanish = "Original y traducción (" + language + "), ";
      link(
          also,
          bitext + ".tmx",
          "Dataset",
          "application/x-tmx+xml",
          english + "as TMX",
          spanish + "en TMX");
      link(
          also,
          bitext + ".tei",
          "Dataset",
          "application/tei+xml",
          english + "as TEI",
          spanish + "en TEI");
    }
    ArrayNode renderings = json.putArray("rendering");
    link(
        renderings,
        base + "/documents/" + id,
        "Text",
        "text/html",
        "Original and translation side by side",
        "Original y traducción, lado a lado");
    link(
        json.putArray("homepage"),
        base + "/documents/" + id,
        "Text",
        "text/html",
        "In the reading room",
        "En la sala de lectura");
  }

  private void partOf(ObjectNode json) {
    String collection = document.path("collection").asText();
    if (!collection.isEmpty()) {
      ObjectNode whole = json.putArray("partOf").addObject();
      whole.put("id", CollectionJson.address(base, collection)).put("type", "Collection");
      whole.set("label", Labels.none(collection));
    }
  }

  private static void link(
      ArrayNode links, String id, String type, String format, String english, String spanish) {
    ObjectNode link = links.addObject().put("id", id).put("type", type).put("format", format);
    link.set("label", Labels.both(english, spanish));
  }

  /** Viewers differ in the version of Content Search that they know. */
  private void services(ArrayNode services) {
    String second = base + "/iiif/search/2/" + id;
    ObjectNode search = services.addObject().put("id", second).put("type", "SearchService2");
    search
        .putArray("service")
        .addObject()
        .put("id", second + "/autocomplete")
        .put("type", "AutoCompleteService2");
    String first = base + "/iiif/search/1/" + id;
    ObjectNode older =
        services
            .addObject()
            .put("@context", "http://iiif.io/api/search/1/context.json")
            .put("@id", first)
            .put("@type", "SearchService1")
            .put("profile", "http://iiif.io/api/search/1/search");
    older
        .putArray("service")
        .addObject()
        .put("@id", first + "/autocomplete")
        .put("@type", "AutoCompleteService1")
        .put("profile", "http://iiif.io/api/search/1/autocomplete");
  }

  private ObjectNode canvas(JsonNode page) {
    int number = page.path("page").asInt();
    int width = page.path("display").path("widthPixels").asInt();
    int height = page.path("display").path("heightPixels").asInt();
    String canvasId = canvas(base, id, number);
    ObjectNode canvas = JSON.objectNode().put("id", canvasId).put("type", "Canvas");
    canvas.set("label", Labels.both("Page " + number, "Página " + number));
    canvas.put("width", width).put("height", height);
    canvas.putArray("thumbnail").add(small(number, width, height));
    ObjectNode painting =
        canvas
            .putArray("items")
            .addObject()
            .put("id", canvasId + "/page")
            .put("type", "AnnotationPage");
    ObjectNode annotation =
        painting
            .putArray("items")
            .addObject()
            .put("id", canvasId + "/image")
            .put("type", "Annotation")
            .put("motivation", "painting");
    annotation.set("body", image(number, width, height, "full/max/0/default.jpg"));
    annotation.put("target", canvasId);
    ArrayNode texts = canvas.putArray("annotations");
    text(texts, number, "lines", "Transcription", "Transcripción");
    for (JsonNode language : document.path("translationLanguages")) {
      String tag = language.asText();
      text(texts, number, tag, "Translation (" + tag + ")", "Traducción (" + tag + ")");
    }
    return canvas;
  }

  private void text(ArrayNode texts, int page, String of, String english, String spanish) {
    ObjectNode reference =
        texts
            .addObject()
            .put("id", AnnotationsJson.address(base, id, page, of))
            .put("type", "AnnotationPage");
    reference.set("label", Labels.both(english, spanish));
  }

  private ObjectNode image(int page, int width, int height, String request) {
    String service = base + new ImageId(id, page).path(ImageApi.V3);
    String older = base + new ImageId(id, page).path(ImageApi.V2);
    ObjectNode image =
        JSON.objectNode()
            .put("id", service + "/" + request)
            .put("type", "Image")
            .put("format", "image/jpeg")
            .put("width", width)
            .put("height", height);
    ArrayNode services = image.putArray("service");
    services.addObject().put("id", service).put("type", "ImageService3").put("profile", "level2");
    services
        .addObject()
        .put("@id", older)
        .put("@type", "ImageService2")
        .put("profile", ImageApi.V2.profile());
    return image;
  }

  /** The coarsest level, which is one tile that lies ready. */
  private ObjectNode small(int page, int width, int height) {
    TileGrid grid = new TileGrid(width, height, tileSize);
    int last = grid.levels() - 1;
    int smallWidth = grid.width(last);
    int smallHeight = grid.height(last);
    return image(
        page,
        smallWidth,
        smallHeight,
        last == 0
            ? "full/max/0/default.jpg"
            : "full/%d,%d/0/default.jpg".formatted(smallWidth, smallHeight));
  }

  private void thumbnail(ObjectNode json) {
    JsonNode first = document.path("pages").path(0);
    if (first.isObject()) {
      json.putArray("thumbnail")
          .add(
              small(
                  first.path("page").asInt(),
                  first.path("display").path("widthPixels").asInt(),
                  first.path("display").path("heightPixels").asInt()));
    }
  }

  private void structures(ObjectNode json) {
    ArrayNode ranges = JSON.arrayNode();
    int number = 0;
    for (JsonNode part : record.path("parts")) {
      number++;
      int from = part.path("pages").path("from").asInt();
      int to = part.path("pages").path("to").asInt();
      ArrayNode canvases = JSON.arrayNode();
      for (JsonNode page : document.path("pages")) {
        int own = page.path("page").asInt();
        if (own >= from && own <= to) {
          canvases.addObject().put("id", canvas(base, id, own)).put("type", "Canvas");
        }
      }
      if (!canvases.isEmpty()) {
        ObjectNode range =
            ranges
                .addObject()
                .put("id", address(base, id) + "/range/" + number)
                .put("type", "Range");
        range.set("label", Labels.none(part.path("title").asText()));
        range.set("items", canvases);
      }
    }
    if (!ranges.isEmpty()) {
      json.set("structures", ranges);
    }
  }
}
