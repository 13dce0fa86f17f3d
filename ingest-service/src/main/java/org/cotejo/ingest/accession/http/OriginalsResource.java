package org.cotejo.ingest.accession.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.cotejo.ingest.catalogue.store.DocumentFileEntity;
import org.cotejo.ingest.catalogue.store.Documents;
import org.cotejo.ingest.web.access.Caller;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Originals as they were submitted, byte for byte. */
@Path("/v1/documents/{id}/originals")
@Blocking
public class OriginalsResource {
  private final Documents documents;
  private final ObjectStore objects;
  private final Caller caller;

  @Inject
  public OriginalsResource(Documents documents, ObjectStore objects, Caller caller) {
    this.documents = documents;
    this.objects = objects;
    this.caller = caller;
  }

  @GET
  @Path("{ordinal}")
  @RolesAllowed({"curator", "operator"})
  @Operation(summary = "An original as it was submitted; its digest is checked on the way out")
  public Response original(@PathParam("id") UUID id, @PathParam("ordinal") int ordinal) {
    caller.require(documents.find(id));
    DocumentFileEntity file =
        documents.files(id).stream()
            .filter(one -> "original".equals(one.role) && one.ordinal == ordinal)
            .findFirst()
            .orElseThrow(() -> Problem.notFound("original"));
    return Response.ok(content(file))
        .type(file.mediaType)
        .header("Content-Length", file.sizeBytes)
        .header("ETag", "\"" + file.digest + "\"")
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file.fileName))
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** On disk first: nothing is sent before the digest of the whole file is known to be right. */
  private java.io.InputStream content(DocumentFileEntity file) {
    try {
      java.nio.file.Path copy = Files.createTempFile("original-", ".bin");
      objects.download(new ObjectKey(file.objectKey), new Digest(file.digest), copy);
      return Files.newInputStream(copy, java.nio.file.StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String encoded(String name) {
    return java.net.URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
