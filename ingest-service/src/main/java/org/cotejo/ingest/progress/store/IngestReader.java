package org.cotejo.ingest.progress.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads ingests as they stand at one moment. */
@ApplicationScoped
public class IngestReader {

  /** An ingest with its pages and failures. */
  public record Snapshot(
      IngestEntity ingest, List<IngestPageEntity> pages, List<IngestFailureEntity> failures) {}

  /** An ingest by its id. */
  @Transactional
  public Optional<Snapshot> read(UUID id) {
    return IngestEntity.<IngestEntity>findByIdOptional(id)
        .map(
            ingest ->
                new Snapshot(
                    ingest,
                    IngestPageEntity.list("ingestId = ?1 order by page", id),
                    IngestFailureEntity.list("ingestId = ?1 order by id", id)));
  }
}
