package org.cotejo.translation.exchange.page.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.cotejo.problems.Problem;
import org.cotejo.translation.bitext.http.AlignedDocuments;
import org.cotejo.translation.bitext.http.ConditionalAnswer;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.exchange.Export;
import org.cotejo.translation.exchange.http.ExportFile;
import org.cotejo.translation.exchange.http.RequestedFormat;
import org.cotejo.translation.exchange.page.AltoWriter;
import org.cotejo.translation.exchange.page.ExportedText;
import org.cotejo.translation.exchange.page.HocrWriter;
import org.cotejo.translation.exchange.page.PageFormat;
import org.cotejo.translation.exchange.page.PageWriter;
import org.cotejo.translation.exchange.page.PageXmlArchive;
import org.cotejo.translation.exchange.page.PageXmlWriter;
import org.cotejo.translation.exchange.page.PlainTextWriter;
import org.cotejo.translation.exchange.page.http.TranscriptionExports.StoredPage;
import org.cotejo.translation.exchange.page.pdf.SearchablePdfWriter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Transcriptions of documents and pages, in every format. */
@Path("/v1/documents/{id}")
@Blocking
@Tag(name = "transcriptions", description = "What stands on the pages, in several formats")
@APIResponse(
    responseCode = "200",
    description = "Found",
    content = {
      @Content(mediaType = "application/json"),
      @Content(mediaType = "text/plain"),
      @Content(mediaType = "application/alto+xml"),
      @Content(mediaType = "text/vnd.hocr+html"),
      @Content(mediaType = "application/vnd.prima.page+xml"),
      @Content(mediaType = "application/zip"),
      @Content(mediaType = "application/pdf")
    })
@APIResponse(responseCode = "304", description = "What you have is up to date")
@APIResponse(responseCode = "400", description = "No such format or maker")
@APIResponse(
    responseCode = "404",
    description = "No such document or page, not aligned yet, withdrawn, or not for you")
@APIResponse(responseCode = "406", description = "Not to be had in an accepted type")
@APIResponse(responseCode = "422", description = "Too large for one answer")
@APIResponse(responseCode = "503", description = "Too many others are being written")
public class Transcriptions {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<PageFormat> ALL = List.of(PageFormat.values());
  private static final String FORMATS =
      "json, text, alto (4.4), hocr, page (PAGE content 2019-07-15; of a document a ZIP with a file"
          + " a page) or pdf (PDF/A-2u with the page image); without it the Accept header decides";

  private static final String BY =
      "by person (the default: what a person wrote, where there is such a text) or by engine (what"
          + " was recognised)";

  private final AlignedDocuments documents;
  private final TranscriptionExports exports;
  private final ExportFile files;

  @Inject
  public Transcriptions(
      AlignedDocuments documents, TranscriptionExports exports, ExportFile files) {
    this.documents = documents;
    this.exports = exports;
    this.files = files;
  }

  @GET
  @Path("/transcription")
  @Operation(
      summary = "What stands on all pages",
      description = "In plain text, pages are separated by form feeds.")
  public Response document(
      @PathParam("id") String id,
      @QueryParam("format") @Parameter(description = FORMATS) @Nullable String format,
      @QueryParam("by") @Parameter(description = BY) @Nullable String by,
      @Context Request request,
      @Context HttpHeaders headers) {
    KeptAlignment alignment = documents.visible(id);
    PageFormat wanted = wanted(format, headers);
    boolean recognised = recognised(by);
    List<StoredPage> pages = exports.pages(alignment, recognised);
    if (wanted == PageFormat.JSON) {
      return ConditionalAnswer.json(
          request,
          alignment,
          recognised ? "recognition" : "transcription",
          () -> whole(id, alignment, pages));
    }
    if (wanted == PageFormat.PAGE) {
      return export(
          request,
          alignment,
          (recognised ? "recognition." : "") + "page.zip",
          "application/zip",
          () -> exports.text(id, alignment, pages),
          new PageXmlArchive());
    }
    return export(request, id, alignment, wanted, recognised ? "recognition" : "all", pages);
  }

  @GET
  @Path("/pages/{page}/transcription")
  @Operation(summary = "What stands on one page")
  public Response page(
      @PathParam("id") String id,
      @PathParam("page") int page,
      @QueryParam("format") @Parameter(description = FORMATS) @Nullable String format,
      @QueryParam("by") @Parameter(description = BY) @Nullable String by,
      @Context Request request,
      @Context HttpHeaders headers) {
    KeptAlignment alignment = documents.visible(id);
    PageFormat wanted = wanted(format, headers);
    StoredPage stored =
        exports.page(alignment, page, recognised(by)).orElseThrow(() -> Problem.notFound("page"));
    if (wanted == PageFormat.JSON) {
      return ConditionalAnswer.json(
          request,
          alignment,
          stored.transcription().digest(),
          () -> TranscriptionJsonAnswer.page(page, exports.json(stored)));
    }
    String digest = stored.transcription().digest();
    return export(request, id, alignment, wanted, digest, List.of(stored));
  }

  private static PageFormat wanted(@Nullable String name, HttpHeaders headers) {
    return name == null || name.isEmpty()
        ? RequestedFormat.accepted(headers, ALL)
        : RequestedFormat.named(name, ALL).orElseThrow(() -> RequestedFormat.unknown(ALL));
  }

  private static Export written(ExportedText text, PageWriter writer) {
    return out -> writer.write(text, out);
  }

  private static boolean recognised(@Nullable String by) {
    return switch (by == null ? "" : by) {
      case "", "person" -> false;
      case "engine" -> true;
      default -> throw Problem.of(400, "by.unknown", "Unknown maker", "A text is " + BY + ".");
    };
  }

  private Response export(
      Request request,
      String id,
      KeptAlignment alignment,
      PageFormat format,
      String content,
      List<StoredPage> of) {
    String mediaType = format == PageFormat.TEXT ? ConditionalAnswer.TEXT : format.mediaType();
    return export(
        request,
        alignment,
        content + "." + format.wireName(),
        mediaType,
        () -> exports.text(id, alignment, of),
        writer(format));
  }

  private Response export(
      Request request,
      KeptAlignment alignment,
      String content,
      String mediaType,
      java.util.function.Supplier<ExportedText> text,
      PageWriter writer) {
    return ConditionalAnswer.of(
        request, alignment, content, mediaType, () -> files.of(written(text.get(), writer)));
  }

  private static PageWriter writer(PageFormat format) {
    return switch (format) {
      case TEXT -> new PlainTextWriter();
      case ALTO -> new AltoWriter();
      case HOCR -> new HocrWriter();
      case PAGE -> new PageXmlWriter();
      case PDF -> new SearchablePdfWriter();
      case JSON -> throw new IllegalArgumentException("JSON is answered as it is stored");
    };
  }

  private ObjectNode whole(String id, KeptAlignment alignment, List<StoredPage> stored) {
    ObjectNode answer =
        NODES
            .objectNode()
            .put("documentId", id)
            .put("revision", alignment.revision())
            .put("alignmentVersion", alignment.version());
    JsonNode data = alignment.data();
    answer.set("pageCount", data.path("pageCount"));
    answer.set("pagesFailed", data.path("pagesFailed"));
    ArrayNode pages = answer.putArray("pages");
    for (StoredPage page : stored) {
      pages.add(TranscriptionJsonAnswer.page(page.number(), exports.json(page)));
    }
    return answer;
  }
}
