package org.cotejo.ingest.accession.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.cotejo.ingest.catalogue.store.DocumentEntity;
import org.cotejo.ingest.progress.IngestState;
import org.cotejo.ingest.progress.store.IngestEntity;

/** Begins ingests. */
@ApplicationScoped
public class Ingests {
  private final EntityManager entities;

  @Inject
  public Ingests(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Begins the ingest that {@code document.ingestId} names, in the caller's transaction.
   *
   * @param cause accession, record, translations, reprocess or replay
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void begin(DocumentEntity document, String cause, Instant now) {
    IngestEntity ingest = new IngestEntity();
    ingest.id = document.ingestId;
    ingest.documentId = document.id;
    ingest.revision = document.revision;
    ingest.state = new IngestState.Accepted().label();
    ingest.cause = cause;
    ingest.pageCount = document.pageCount;
    ingest.acceptedAt = now;
    ingest.persist();
    entities.flush();
    entities
        .createNativeQuery(
            "insert into ingest_page (ingest_id, page, state)"
                + " select ?1, page, 'waiting' from generate_series(1, ?2) as page")
        .setParameter(1, ingest.id)
        .setParameter(2, document.pageCount)
        .executeUpdate();
  }

  /** Ends the ingest that is now overtaken, when it is still open. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void overtake(UUID ingestId, Instant now) {
    IngestEntity ingest = IngestEntity.findById(ingestId, LockModeType.PESSIMISTIC_WRITE);
    if (ingest != null && IngestState.of(ingest.state) instanceof IngestState.Open open) {
      ingest.state = open.overtaken().label();
      ingest.endedAt = now;
      ingest.changes++;
    }
  }
}
