package org.cotejo.ingest.catalogue.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cotejo.ingest.catalogue.store.DocumentEntity;
import org.cotejo.ingest.catalogue.store.DocumentFileEntity;
import org.jspecify.annotations.Nullable;

/** A document as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentView(
    UUID documentId,
    long revision,
    String state,
    Instant acceptedAt,
    Instant changedAt,
    int pageCount,
    @JsonRawValue String record,
    List<FileView> originals,
    List<FileView> translations,
    List<FileView> transcriptions,
    UUID ingestId,
    Map<String, String> links) {

  /** A file of a document. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FileView(
      int ordinal,
      String fileName,
      String mediaType,
      long sizeBytes,
      String digest,
      @Nullable Integer pageCount,
      @Nullable String language,
      @Nullable String translator) {
    static FileView of(DocumentFileEntity file) {
      return new FileView(
          file.ordinal,
          file.fileName,
          file.mediaType,
          file.sizeBytes,
          "sha256:" + file.digest,
          "original".equals(file.role) ? file.pageCount : null,
          file.language,
          file.translator);
    }
  }

  /** Shows a document with its files. */
  public static DocumentView of(DocumentEntity document, List<DocumentFileEntity> files) {
    return new DocumentView(
        document.id,
        document.revision,
        document.state,
        document.acceptedAt,
        document.changedAt,
        document.pageCount,
        document.record,
        views(files, "original"),
        views(files, "translation"),
        views(files, "transcription"),
        document.ingestId,
        links(document.id, document.ingestId));
  }

  /** Where to go from here. */
  public static Map<String, String> links(UUID documentId, UUID ingestId) {
    return Map.of(
        "document", "/v1/documents/" + documentId,
        "ingest", "/v1/ingests/" + ingestId,
        "events", "/v1/ingests/" + ingestId + "/events",
        "read", "/documents/" + documentId);
  }

  private static List<FileView> views(List<DocumentFileEntity> files, String role) {
    return files.stream().filter(file -> role.equals(file.role)).map(FileView::of).toList();
  }
}
