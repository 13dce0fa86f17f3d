package org.cotejo.ingest.accession.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cotejo.ingest.accession.CheckedSubmission;
import org.cotejo.ingest.accession.PdfPages;
import org.cotejo.ingest.accession.ScanInspection;
import org.cotejo.ingest.accession.Submission;
import org.cotejo.ingest.accession.SubmissionCheck;
import org.cotejo.ingest.accession.SubmittedFile;
import org.cotejo.ingest.accession.store.Accession;
import org.cotejo.ingest.accession.store.Revisions;
import org.cotejo.ingest.catalogue.Access;
import org.cotejo.ingest.catalogue.CatalogueRecord;
import org.cotejo.ingest.catalogue.Finding;
import org.cotejo.ingest.catalogue.RecordReader;
import org.cotejo.ingest.catalogue.http.DocumentView;
import org.cotejo.ingest.catalogue.json.RecordJson;
import org.cotejo.ingest.catalogue.store.AuditEntity;
import org.cotejo.ingest.catalogue.store.DocumentEntity;
import org.cotejo.ingest.catalogue.store.DocumentFileEntity;
import org.cotejo.ingest.catalogue.store.Documents;
import org.cotejo.ingest.web.access.Caller;
import org.cotejo.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** Documents: submitting, reading, changing and withdrawing them. */
@Path("/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DocumentsResource {
  private static final int LIST_LIMIT = 200;
  private static final int DEFAULT_LIST_LIMIT = 50;
  private static final int MAXIMUM_KEY_LENGTH = 200;

  private final Accession accession;
  private final Revisions revisions;
  private final Documents documents;
  private final Uploads uploads;
  private final AccessionConfig config;
  private final PdfPages pdf;
  private final Caller caller;

  @Inject
  public DocumentsResource(
      Accession accession,
      Revisions revisions,
      Documents documents,
      Uploads uploads,
      AccessionConfig config,
      PdfPages pdf,
      Caller caller) {
    this.accession = accession;
    this.revisions = revisions;
    this.documents = documents;
    this.uploads = uploads;
    this.config = config;
    this.pdf = pdf;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({"submitter", "curator"})
  @Operation(
      summary = "Submit a document",
      description =
          "Parts: record (JSON), scan (one or more files in page order: PDF, TIFF, JPEG or PNG),"
              + " scan-upload (id of a file sent ahead), translation.<language> (plain text, DOCX,"
              + " ODT, HTML, PDF with text, TEI, TMX or XLIFF), translator.<language> (name),"
              + " transcription (plain text, ALTO, hOCR, PAGE or TEI). What a file is shows from what"
              + " it holds. Everything is checked before anything is accepted; a refusal lists all"
              + " faults.")
  public Response submit(
      @HeaderParam("Idempotency-Key") @Nullable String key, MultipartFormDataInput input) {
    Optional<String> idempotencyKey = idempotencyKey(key);
    List<Finding> findings = new ArrayList<>();
    List<java.nio.file.Path> fetched = new ArrayList<>();
    try {
      Submission submission =
          new FormReader(input, findings).submission(id -> upload(id, findings, fetched));
      Optional<Map<?, ?>> record = recordTree(submission, findings);
      CheckedSubmission checked =
          check(findings)
              .check(submission, record, defaultAccess())
              .orElseThrow(() -> InvalidSubmission.of(findings));
      Accession.Accepted accepted = accession.accept(checked, caller.name(), idempotencyKey);
      return accepted(accepted.documentId(), accepted.ingestId(), accepted.revision());
    } finally {
      fetched.forEach(DocumentsResource::remove);
    }
  }

  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "A document: record, files, state; ETag is the revision")
  public Response get(@PathParam("id") UUID id) {
    return view(visible(id));
  }

  @GET
  @PermitAll
  @Operation(summary = "Documents in the order of accession, page by page")
  public Map<String, Object> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("collection") @Nullable String collection,
      @QueryParam("language") @Nullable String language,
      @QueryParam("cursor") @Nullable UUID cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = limit == null ? DEFAULT_LIST_LIMIT : limit;
    if (size < 1 || size > LIST_LIMIT) {
      throw Problem.of(
          400, "limit.invalid", "Bad limit", "The limit lies between 1 and " + LIST_LIMIT + ".");
    }
    Documents.Filter filter =
        new Documents.Filter(
            Optional.ofNullable(state),
            Optional.ofNullable(collection),
            Optional.ofNullable(language),
            Optional.ofNullable(cursor),
            new Documents.Sight(
                caller.seesEverything(), caller.seesRestricted(), caller.submitter()));
    List<DocumentEntity> found = documents.list(filter, size + 1);
    List<DocumentEntity> page = found.subList(0, Math.min(size, found.size()));
    Map<UUID, List<DocumentFileEntity>> files =
        documents.files(page.stream().map(document -> document.id).toList());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "documents",
        page.stream().map(d -> DocumentView.of(d, files.getOrDefault(d.id, List.of()))).toList());
    if (found.size() > size) {
      answer.put("next", page.getLast().id.toString());
    }
    return answer;
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed({"submitter", "curator"})
  @Operation(
      summary = "Change the record",
      description = "JSON merge patch (RFC 7396) of the record; If-Match names the revision seen.")
  public Response change(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, byte[] patch) {
    long expected = expectedRevision(ifMatch);
    DocumentEntity document = visible(id);
    List<Finding> findings = new ArrayList<>();
    Optional<Map<?, ?>> changes = tree(patch, findings);
    if (changes.isEmpty()) {
      throw InvalidSubmission.of(findings);
    }
    Map<?, ?> merged = MergePatch.apply(recordTree(document), changes.get());
    RecordReader.Reading reading = RecordReader.read(merged, defaultAccess());
    findings.addAll(reading.findings());
    reading
        .record()
        .ifPresent(read -> findings.addAll(SubmissionCheck.partsBeyond(read, document.pageCount)));
    CatalogueRecord record =
        reading
            .record()
            .filter(_ -> findings.isEmpty())
            .orElseThrow(() -> InvalidSubmission.of(findings));
    return view(revisions.describe(id, expected, record, caller.name()));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({"submitter", "curator"})
  @Operation(summary = "Withdraw: gone from reading and search at once, kept in the store")
  public void withdraw(@PathParam("id") UUID id) {
    if (documents.find(id).filter(caller::may).isEmpty()) {
      throw Problem.notFound("document");
    }
    revisions.withdraw(id, caller.name());
  }

  @POST
  @Path("{id}/reprocess")
  @RolesAllowed({"submitter", "curator", "operator"})
  @Operation(summary = "Run the whole pipeline again under a new revision")
  public Response reprocess(@PathParam("id") UUID id) {
    visible(id);
    DocumentEntity document = revisions.reprocess(id, caller.name(), "reprocess");
    return accepted(document.id, document.ingestId, document.revision);
  }

  @POST
  @Path("{id}/translations")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed({"submitter", "curator"})
  @Operation(summary = "Add a translation: parts translation.<language> and translator.<language>")
  public Response translate(@PathParam("id") UUID id, MultipartFormDataInput input) {
    visible(id);
    List<Finding> findings = new ArrayList<>();
    List<SubmittedFile> files = new FormReader(input, findings).onlyTranslations();
    if (files.isEmpty()) {
      findings.add(
          new Finding(
              "translation.missing", "translation", "There is no part translation.<language>."));
    }
    List<CheckedSubmission.Translation> translations = check(findings).translations(files);
    if (!findings.isEmpty()) {
      throw InvalidSubmission.of(findings);
    }
    DocumentEntity document = revisions.translate(id, translations, caller.name());
    return accepted(document.id, document.ingestId, document.revision);
  }

  @GET
  @Path("{id}/audit")
  @RolesAllowed({"curator", "operator"})
  @Operation(summary = "Who changed what, when")
  public Map<String, Object> audit(@PathParam("id") UUID id) {
    document(id);
    List<AuditEntity> entries = AuditEntity.list("documentId = ?1 order by id", id);
    return Map.of(
        "entries",
        entries.stream()
            .map(e -> Map.of("at", e.at, "who", e.who, "action", e.action, "details", e.details))
            .toList());
  }

  private SubmissionCheck check(List<Finding> findings) {
    return new SubmissionCheck(
        new ScanInspection(pdf, config.limits()),
        config.limits(),
        config.maximumTranslations(),
        findings);
  }

  private Optional<SubmittedFile> upload(
      String id, List<Finding> findings, List<java.nio.file.Path> fetched) {
    return switch (uploads.fetch(id, caller.name())) {
      case Uploads.Fetched.Arrived arrived -> {
        fetched.add(arrived.file().content());
        yield Optional.of(arrived.file());
      }
      case Uploads.Fetched.Unusable unusable -> {
        findings.add(unusable.finding());
        yield Optional.empty();
      }
    };
  }

  private Optional<Map<?, ?>> recordTree(Submission submission, List<Finding> findings) {
    if (submission.record().isEmpty()) {
      findings.add(new Finding("record.missing", "record", "The submission has no record."));
      return Optional.empty();
    }
    return tree(submission.record().get(), findings);
  }

  private static Optional<Map<?, ?>> tree(byte[] json, List<Finding> findings) {
    try {
      return Optional.of(RecordJson.tree(json));
    } catch (IOException invalid) {
      String line = String.valueOf(invalid.getMessage()).lines().findFirst().orElse("");
      findings.add(
          new Finding("record.not-json", "record", "The record is not a JSON object: " + line));
      return Optional.empty();
    }
  }

  private static Map<?, ?> recordTree(DocumentEntity document) {
    try {
      return RecordJson.tree(document.record.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new IllegalStateException("a stored record can be read", impossible);
    }
  }

  private Access defaultAccess() {
    return "public".equals(config.defaultAccessLevel()) ? Access.open() : Access.restricted();
  }

  private DocumentEntity visible(UUID id) {
    return caller.require(documents.find(id));
  }

  private DocumentEntity document(UUID id) {
    return documents.find(id).orElseThrow(() -> Problem.notFound("document"));
  }

  private Response view(DocumentEntity document) {
    return Response.ok(DocumentView.of(document, documents.files(document.id)))
        .header("ETag", "\"" + document.revision + "\"")
        .header("Cache-Control", "no-cache")
        .build();
  }

  private static Response accepted(UUID documentId, UUID ingestId, long revision) {
    return Response.accepted(
            new AcceptedView(
                documentId, ingestId, revision, DocumentView.links(documentId, ingestId)))
        .location(URI.create("/v1/documents/" + documentId))
        .header("Link", "</v1/ingests/" + ingestId + ">; rel=\"ingest\"")
        .build();
  }

  private static Optional<String> idempotencyKey(@Nullable String key) {
    Optional<String> given = Optional.ofNullable(key).map(String::strip);
    if (given.filter(k -> k.isEmpty() || k.length() > MAXIMUM_KEY_LENGTH).isPresent()) {
      throw Problem.of(
          400,
          "idempotency-key.invalid",
          "Bad idempotency key",
          "An Idempotency-Key has 1 to " + MAXIMUM_KEY_LENGTH + " characters.");
    }
    return given;
  }

  private static long expectedRevision(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw Problem.of(
          428,
          "if-match.missing",
          "Say what you have seen",
          "A change needs If-Match with the ETag of the document.");
    }
    String digits = ifMatch.replace("W/", "").replace("\"", "").strip();
    if (!digits.matches("[0-9]{1,18}")) {
      throw Problem.of(412, "revision.stale", "Somebody was faster", "If-Match names no revision.");
    }
    return Long.parseLong(digits);
  }

  private static void remove(java.nio.file.Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      // A temporary file; the system clears it.
    }
  }
}
