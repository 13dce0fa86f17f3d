package org.cotejo.ingest.accession.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cotejo.ingest.catalogue.Finding;
import org.cotejo.ingest.web.access.Caller;
import org.cotejo.objects.Digest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Places for large files. */
@Path("/v1/uploads")
public class UploadsResource {
  private final Uploads uploads;
  private final AccessionConfig config;
  private final Caller caller;

  @Inject
  public UploadsResource(Uploads uploads, AccessionConfig config, Caller caller) {
    this.uploads = uploads;
    this.config = config;
    this.caller = caller;
  }

  /** A file that a client wants to send. */
  public record Announcement(
      @Nullable String fileName, @Nullable Long sizeBytes, @Nullable String sha256) {}

  /** Where to send it. */
  public record Place(UUID uploadId, URI url, String method, Instant expiresAt) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"submitter", "curator"})
  @Operation(
      summary = "Open a place for a large file",
      description =
          "PUT the file to the url of the answer, then name the uploadId as scan-upload in the"
              + " submission.")
  public Response open(@Nullable Announcement body) {
    Announcement announced = body == null ? new Announcement(null, null, null) : body;
    List<Finding> findings = new ArrayList<>();
    String name = announced.fileName() == null ? "" : announced.fileName().strip();
    if (name.isEmpty() || name.length() > 300) {
      findings.add(new Finding("upload.name-invalid", "fileName", "A file name is missing."));
    }
    long size = announced.sizeBytes() == null ? 0 : announced.sizeBytes();
    if (size < 1 || size > config.maximumFileBytes()) {
      findings.add(
          new Finding(
              "upload.size-invalid",
              "sizeBytes",
              "The size lies between 1 and " + config.maximumFileBytes() + " bytes."));
    }
    String sha256 = announced.sha256() == null ? "" : announced.sha256();
    if (!sha256.matches("[0-9a-f]{64}")) {
      findings.add(
          new Finding(
              "upload.digest-invalid", "sha256", "The SHA-256 has 64 lower-case hex digits."));
    }
    if (!findings.isEmpty()) {
      throw InvalidSubmission.of(findings);
    }
    Uploads.Place place = uploads.open(name, size, new Digest(sha256), caller.name());
    return Response.status(Response.Status.CREATED)
        .entity(new Place(place.uploadId(), place.url(), "PUT", place.expiresAt()))
        .build();
  }
}
