package org.cotejo.translation.bitext.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;

/** Answers with an entity, or says that the caller has it already; then it is not made. */
public final class ConditionalAnswer {
  /** The type of plain texts. */
  public static final String TEXT = "text/plain;charset=UTF-8";

  private ConditionalAnswer() {}

  /**
   * The answer in JSON.
   *
   * @param content names what the entity is made from, beside the alignment: a digest or a word
   */
  public static Response json(
      Request request, KeptAlignment alignment, String content, Supplier<JsonNode> entity) {
    return of(request, alignment, content, MediaType.APPLICATION_JSON, entity);
  }

  static Response text(Request request, KeptAlignment alignment, Supplier<String> text) {
    return of(request, alignment, "text", TEXT, text);
  }

  /**
   * The answer in any type.
   *
   * @param content names what the entity is made from, beside the alignment, and its type
   */
  public static Response of(
      Request request,
      KeptAlignment alignment,
      String content,
      String mediaType,
      Supplier<?> entity) {
    EntityTag tag = tag(alignment, content);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return cached(unchanged != null ? unchanged : Response.ok(entity.get(), mediaType), tag);
  }

  /**
   * The tag of an answer.
   *
   * @param content names what the entity is made from, beside the alignment
   */
  public static EntityTag tag(KeptAlignment alignment, String content) {
    return new EntityTag(
        alignment.revision() + "-" + alignment.version() + "-" + content.replace("sha256:", ""));
  }

  private static Response cached(Response.ResponseBuilder response, EntityTag tag) {
    // Access may change at any time, so every use asks again; the tag makes that cheap.
    return response
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, "Accept, Authorization")
        .build();
  }
}
