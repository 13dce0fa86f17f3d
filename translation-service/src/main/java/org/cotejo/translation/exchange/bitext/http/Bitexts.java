package org.cotejo.translation.exchange.bitext.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.events.AnnouncementJson;
import org.cotejo.translation.bitext.http.AlignedDocuments;
import org.cotejo.translation.bitext.http.BitextAnswer;
import org.cotejo.translation.bitext.http.ConditionalAnswer;
import org.cotejo.translation.bitext.objects.BitextFiles;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.exchange.bitext.BitextFormat;
import org.cotejo.translation.exchange.bitext.BitextWriter;
import org.cotejo.translation.exchange.bitext.ExportedBitext;
import org.cotejo.translation.exchange.bitext.ParallelTextWriter;
import org.cotejo.translation.exchange.bitext.TeiWriter;
import org.cotejo.translation.exchange.bitext.TmxWriter;
import org.cotejo.translation.exchange.bitext.XliffWriter;
import org.cotejo.translation.exchange.http.ExportFile;
import org.cotejo.translation.exchange.http.RequestedFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A translation beside its original, in every format. */
@Path("/v1/documents/{id}")
@Blocking
@Tag(name = "texts")
public class Bitexts {
  private static final List<BitextFormat> FORMATS = List.of(BitextFormat.values());

  private final AlignedDocuments documents;
  private final BitextFiles files;
  private final ExportFile exports;

  @Inject
  public Bitexts(AlignedDocuments documents, BitextFiles files, ExportFile exports) {
    this.documents = documents;
    this.files = files;
    this.exports = exports;
  }

  @GET
  @Path("/bitexts/{language}")
  @Operation(
      summary = "One bitext",
      description =
          "In JSON: segments of both sides and their links. Original segments carry their words and"
              + " boxes on the pages; offsets are UTF-16 code units. Or as TMX 1.4b, XLIFF 2.1, TEI"
              + " P5 (both texts, links, page breaks, facsimile with zones) or parallel plain text."
              + " Each says which engine, version, lexicon and how many corrections made it.")
  @APIResponse(
      responseCode = "200",
      description = "Found",
      content = {
        @Content(mediaType = "application/json"),
        @Content(mediaType = "application/x-tmx+xml"),
        @Content(mediaType = "application/xliff+xml"),
        @Content(mediaType = "application/tei+xml"),
        @Content(mediaType = "text/plain")
      })
  @APIResponse(responseCode = "304", description = "What you have is up to date")
  @APIResponse(
      responseCode = "404",
      description = "No such document or text, not aligned yet, withdrawn, or not for you")
  @APIResponse(responseCode = "406", description = "Neither extension nor accepted type is known")
  @APIResponse(responseCode = "422", description = "Too large for one answer")
  @APIResponse(responseCode = "503", description = "Too many others are being written")
  public Response bitext(
      @PathParam("id") String id,
      @PathParam("language")
          @Parameter(
              description =
                  "Language of the translation; with the extension .json, .tmx, .xlf, .tei or .txt"
                      + " the format, which else the Accept header says")
          String name,
      @Context Request request,
      @Context HttpHeaders headers) {
    KeptAlignment alignment = documents.visible(id);
    int dot = name.indexOf('.');
    BitextFormat format =
        dot < 0
            ? RequestedFormat.accepted(headers, FORMATS)
            : RequestedFormat.named(name.substring(dot + 1), FORMATS)
                .orElseThrow(() -> RequestedFormat.notAcceptable(FORMATS));
    StoredObject file = AlignedDocuments.bitext(alignment, dot < 0 ? name : name.substring(0, dot));
    return switch (format) {
      case JSON ->
          ConditionalAnswer.json(
              request, alignment, file.digest(), () -> json(id, alignment, file));
      case TMX -> export(request, id, alignment, file, format, new TmxWriter());
      case XLIFF -> export(request, id, alignment, file, format, new XliffWriter());
      case TEI -> export(request, id, alignment, file, format, new TeiWriter());
      case TEXT -> export(request, id, alignment, file, format, new ParallelTextWriter());
    };
  }

  private JsonNode json(String id, KeptAlignment alignment, StoredObject file) {
    return BitextAnswer.of(
        id,
        alignment,
        files.documentJson(AlignedDocuments.readingText(alignment)),
        files.documentJson(file));
  }

  private Response export(
      Request request,
      String id,
      KeptAlignment alignment,
      StoredObject file,
      BitextFormat format,
      BitextWriter writer) {
    String mediaType =
        format == BitextFormat.TEXT
            ? ConditionalAnswer.TEXT
            : format.mediaType() + ";charset=UTF-8";
    return ConditionalAnswer.of(
        request,
        alignment,
        file.digest() + "." + format.wireName(),
        mediaType,
        () -> exports.of(out -> writer.write(exported(id, alignment, file), out)));
  }

  private ExportedBitext exported(String id, KeptAlignment alignment, StoredObject file) {
    String title = files.title(AnnouncementJson.object(alignment.data().path("record")));
    Map<Integer, String> images = new HashMap<>();
    for (JsonNode page : alignment.data().path("pages")) {
      images.put(
          page.path("page").asInt(), AnnouncementJson.object(page.path("display")).objectKey());
    }
    return new ExportedBitext(
        id,
        title.isEmpty() ? id : title,
        alignment.revision(),
        alignment.version(),
        alignment.madeAt(),
        files.reading(AlignedDocuments.readingText(alignment)),
        files.bitext(file),
        images);
  }
}
