package org.cotejo.ingest.operations.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.objects.Digest;
import org.cotejo.problems.Problem;

/**
 * The operators' page: a few files without secrets. What it shows it asks of {@code
 * /v1/operations}, with the token that the operator types in.
 */
@Path("/operations")
@PermitAll
public class OperatorPage {
  /** Nothing from elsewhere, nothing inline, not inside another page. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("page.html", "text/html; charset=utf-8"),
          Map.entry("page.css", "text/css; charset=utf-8"),
          Map.entry("page.js", SCRIPT),
          Map.entry("api.js", SCRIPT),
          Map.entry("elements.js", SCRIPT),
          Map.entry("failures.js", SCRIPT),
          Map.entry("format.js", SCRIPT),
          Map.entry("ingest.js", SCRIPT),
          Map.entry("reprocess.js", SCRIPT),
          Map.entry("stages.js", SCRIPT),
          Map.entry("icon.svg", "image/svg+xml; charset=utf-8"));

  private final Map<String, Asset> assets = new TreeMap<>();

  /** Reads the files; there is no service without its page. */
  public OperatorPage() {
    MEDIA_TYPES.forEach((name, type) -> assets.put(name, asset(name, type)));
  }

  private record Asset(String content, String mediaType, EntityTag tag) {}

  @GET
  public Response page(@Context Request request) {
    return file("page.html", request);
  }

  @GET
  @Path("{file}")
  public Response file(@PathParam("file") String name, @Context Request request) {
    Asset asset = assets.get(name);
    if (asset == null) {
      throw Problem.notFound("page");
    }
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(asset.tag());
    Response.ResponseBuilder answer =
        unchanged == null ? Response.ok(asset.content()).type(asset.mediaType()) : unchanged;
    return answer
        .tag(asset.tag())
        .header("Cache-Control", "no-cache")
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static Asset asset(String name, String mediaType) {
    try (InputStream content = OperatorPage.class.getResourceAsStream("/operator-page/" + name)) {
      if (content == null) {
        throw new IllegalStateException("operator-page/" + name + " is not in this build");
      }
      byte[] bytes = content.readAllBytes();
      return new Asset(
          new String(bytes, StandardCharsets.UTF_8),
          mediaType,
          new EntityTag(Digest.of(bytes).hex().substring(0, 16)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
