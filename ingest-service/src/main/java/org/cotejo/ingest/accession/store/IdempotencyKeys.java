package org.cotejo.ingest.accession.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Remembers which submission came under which key, so that a repeat gets the same answer. */
@ApplicationScoped
public class IdempotencyKeys {
  private final EntityManager entities;

  @Inject
  public IdempotencyKeys(EntityManager entities) {
    this.entities = entities;
  }

  /** What came under a key. */
  public record Remembered(String contentDigest, UUID documentId, UUID ingestId) {}

  /** What came under a key before. */
  @Transactional
  public Optional<Remembered> find(String submitter, String key) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select content_digest, document_id, ingest_id from idempotency_key"
                    + " where submitter = ?1 and idempotency_key = ?2")
            .setParameter(1, submitter)
            .setParameter(2, key)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Remembered((String) row[0], (UUID) row[1], (UUID) row[2]))
        .findFirst();
  }

  /**
   * Claims a key in the caller's transaction.
   *
   * @return false when somebody else has it; the caller rolls back and looks again
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean claim(String submitter, String key, Remembered remembered) {
    return entities
            .createNativeQuery(
                "insert into idempotency_key values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing")
            .setParameter(1, submitter)
            .setParameter(2, key)
            .setParameter(3, remembered.contentDigest())
            .setParameter(4, remembered.documentId())
            .setParameter(5, remembered.ingestId())
            .setParameter(6, Instant.now())
            .executeUpdate()
        == 1;
  }
}
