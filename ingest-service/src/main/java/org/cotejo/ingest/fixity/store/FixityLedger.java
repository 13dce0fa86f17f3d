package org.cotejo.ingest.fixity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.cotejo.events.EventEnvelope;
import org.cotejo.ingest.catalogue.store.AuditEntity;
import org.cotejo.ingest.fixity.FixityOutcome;
import org.cotejo.ingest.fixity.RepairOutcome;
import org.cotejo.ingest.fixity.StoredFile;
import org.cotejo.ingest.fixity.json.FixityEvents;
import org.cotejo.ingest.fixity.json.FixityEvents.Holder;
import org.cotejo.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Which files were checked when, and what was found. */
@ApplicationScoped
public class FixityLedger {
  private static final String WHO = "fixity";
  private static final int LISTED = 100;

  /** Documents that hold the same file and are told of it. */
  private static final int HOLDERS_TOLD = 100;

  private static final int DETAIL_LENGTH = 500;

  private final EntityManager entities;
  private final Outbox outbox;

  @Inject
  public FixityLedger(EntityManager entities, Outbox outbox) {
    this.entities = entities;
    this.outbox = outbox;
  }

  /**
   * The state of all files.
   *
   * @param files stored under a key of their own; the same bytes count once
   * @param checked of them, at least once
   * @param damaged of them, at their last check
   * @param repaired files that were taken from the second bucket, ever
   * @param oldestCheck when the file was checked that has waited longest; null when none was
   */
  public record Summary(
      long files, long checked, long damaged, long repaired, @Nullable Instant oldestCheck) {}

  /** A file that is missing or not what came in, and a document that holds it. */
  public record Damage(
      String objectKey,
      String digest,
      String state,
      String detail,
      Instant failedSince,
      Instant checkedAt,
      UUID documentId,
      String title,
      String fileName) {}

  /**
   * Takes the turn to check, or renews it.
   *
   * @param held until when this process had it; empty to take it anew
   * @return until when it has it now; empty when another process has
   */
  @Transactional
  public Optional<Instant> turn(Optional<Instant> held, Duration length) {
    Instant now = Instant.now();
    Instant until = now.plus(length).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    int taken =
        entities
            .createNativeQuery(
                "update fixity_turn set held_until = :until"
                    + " where held_until < :now or held_until = :held")
            .setParameter("until", until)
            .setParameter("now", now)
            .setParameter("held", held.orElse(Instant.EPOCH))
            .executeUpdate();
    return taken == 1 ? Optional.of(until) : Optional.empty();
  }

  /** Gives the turn back. */
  @Transactional
  public void leave(Instant held) {
    entities
        .createNativeQuery("update fixity_turn set held_until = 'epoch' where held_until = :held")
        .setParameter("held", held)
        .executeUpdate();
  }

  /** The files that are due: those never checked first, then those that have waited longest. */
  @Transactional
  public List<StoredFile> due(Duration cycle, Duration damagedAgain, int limit) {
    Instant now = Instant.now();
    List<StoredFile> due = new ArrayList<>();
    for (Object row :
        entities
            .createNativeQuery(
                "select f.object_key, min(f.digest), min(f.size_bytes) from document_file f"
                    + " left join fixity_check c on c.object_key = f.object_key"
                    + " where c.checked_at is null or c.checked_at < :before"
                    + " or (c.failed_since is not null and c.checked_at < :again)"
                    + " group by f.object_key, c.checked_at"
                    + " order by c.checked_at nulls first, f.object_key limit :limit")
            .setParameter("before", now.minus(cycle))
            .setParameter("again", now.minus(damagedAgain))
            .setParameter("limit", limit)
            .getResultList()) {
      Object[] fields = (Object[]) row;
      due.add(
          new StoredFile((String) fields[0], (String) fields[1], ((Number) fields[2]).longValue()));
    }
    return due;
  }

  /**
   * Writes down what was found. When a sound file is found damaged, and when a damaged one is sound
   * again, the audit gets an entry and an event tells of it, one for each document that holds it.
   *
   * @return whether the state is another than before
   */
  @Transactional
  public boolean record(StoredFile file, FixityOutcome outcome) {
    FixityCheckEntity check = check(file);
    boolean wasSound = check.failedSince == null;
    boolean isSound = outcome instanceof FixityOutcome.Sound;
    note(check, outcome);
    if (wasSound == isSound) {
      return false;
    }
    audit(file, isSound ? "fixity-restored" : "fixity-failed", outcome.detail());
    tell(
        file,
        holder ->
            isSound
                ? FixityEvents.restored(holder, file, false)
                : FixityEvents.failed(holder, file, outcome));
    return true;
  }

  /** Writes down that a damaged file was taken from the second bucket and is sound. */
  @Transactional
  public void repaired(StoredFile file, FixityOutcome found) {
    FixityCheckEntity check = check(file);
    note(check, new FixityOutcome.Sound());
    check.repairedAt = check.checkedAt;
    audit(file, "fixity-repaired", "from the second bucket; before: " + found.detail());
    tell(file, holder -> FixityEvents.restored(holder, file, true));
  }

  /** Adds to a damage why it was not repaired. */
  @Transactional
  public void notRepaired(StoredFile file, FixityOutcome found, RepairOutcome repair) {
    String text = found.detail() + repair.sentence();
    check(file).detail = text.substring(0, Math.min(text.length(), DETAIL_LENGTH));
  }

  private static FixityCheckEntity check(StoredFile file) {
    return FixityCheckEntity.<FixityCheckEntity>findByIdOptional(file.objectKey())
        .orElseGet(() -> FixityCheckEntity.first(file));
  }

  private static void note(FixityCheckEntity check, FixityOutcome outcome) {
    check.state = outcome.state();
    check.checkedAt = Instant.now();
    check.detail = outcome.detail();
    if (outcome instanceof FixityOutcome.Sound) {
      check.failedSince = null;
    } else if (check.failedSince == null) {
      check.failedSince = check.checkedAt;
    }
    check.persist();
  }

  private void audit(StoredFile file, String action, String detail) {
    UUID holder =
        holders(file.objectKey(), 1).stream().findFirst().map(Holder::documentId).orElse(null);
    AuditEntity.add(holder, WHO, action, file.objectKey() + " " + detail);
  }

  private void tell(StoredFile file, Function<Holder, EventEnvelope> event) {
    for (Holder holder : holders(file.objectKey(), HOLDERS_TOLD)) {
      outbox.add(FixityEvents.TOPIC, holder.documentId().toString(), event.apply(holder));
    }
  }

  /**
   * Makes the files of a document due at once.
   *
   * @return how many they are
   */
  @Transactional
  public int makeDue(UUID documentId) {
    entities
        .createNativeQuery(
            "update fixity_check set checked_at = 'epoch' where object_key in"
                + " (select object_key from document_file where document_id = :document)")
        .setParameter("document", documentId)
        .executeUpdate();
    return ((Number)
            entities
                .createNativeQuery(
                    "select count(distinct object_key) from document_file"
                        + " where document_id = :document")
                .setParameter("document", documentId)
                .getSingleResult())
        .intValue();
  }

  /** All files in figures. */
  @Transactional
  public Summary summary() {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "select count(distinct f.object_key), count(distinct c.object_key),"
                        + " count(distinct c.object_key) filter (where c.failed_since is not null),"
                        + " count(distinct c.object_key) filter (where c.repaired_at is not null),"
                        + " min(c.checked_at) from document_file f"
                        + " left join fixity_check c on c.object_key = f.object_key")
                .getSingleResult();
    return new Summary(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        ((Number) row[2]).longValue(),
        ((Number) row[3]).longValue(),
        (Instant) row[4]);
  }

  /** The damaged files, those that were found first first; a hundred at most. */
  @Transactional
  public List<Damage> damages() {
    List<Damage> damages = new ArrayList<>();
    for (Object row :
        entities
            .createNativeQuery(
                "select distinct on (c.failed_since, c.object_key) c.object_key, c.digest, c.state,"
                    + " c.detail, c.failed_since, c.checked_at, d.id, d.title, f.file_name"
                    + " from fixity_check c join document_file f on f.object_key = c.object_key"
                    + " join document d on d.id = f.document_id"
                    + " where c.failed_since is not null"
                    + " order by c.failed_since, c.object_key, f.id limit :limit")
            .setParameter("limit", LISTED)
            .getResultList()) {
      Object[] fields = (Object[]) row;
      damages.add(
          new Damage(
              (String) fields[0],
              (String) fields[1],
              (String) fields[2],
              (String) fields[3],
              (Instant) fields[4],
              (Instant) fields[5],
              (UUID) fields[6],
              (String) fields[7],
              (String) fields[8]));
    }
    return damages;
  }

  private List<Holder> holders(String objectKey, int limit) {
    return entities
        .createQuery(
            "select distinct d.id, d.revision from DocumentFileEntity f, DocumentEntity d"
                + " where f.documentId = d.id and f.objectKey = :key order by d.id",
            Object[].class)
        .setParameter("key", objectKey)
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> new Holder((UUID) row[0], ((Number) row[1]).longValue()))
        .toList();
  }
}
