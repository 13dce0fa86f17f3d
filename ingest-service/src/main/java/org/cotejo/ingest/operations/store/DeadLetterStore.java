package org.cotejo.ingest.operations.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cotejo.events.KafkaMessageSender;
import org.cotejo.ingest.accession.store.Revisions;
import org.cotejo.ingest.catalogue.store.AuditEntity;
import org.cotejo.ingest.catalogue.store.DocumentEntity;
import org.cotejo.problems.Problem;

/** Dead letters and what operators do with them. */
@ApplicationScoped
public class DeadLetterStore {
  private static final int LIST_LIMIT = 200;

  private final KafkaMessageSender sender;
  private final Revisions revisions;
  private final MeterRegistry metrics;

  @Inject
  public DeadLetterStore(KafkaMessageSender sender, Revisions revisions, MeterRegistry metrics) {
    this.sender = sender;
    this.revisions = revisions;
    this.metrics = metrics;
  }

  /**
   * Adds a letter, unless the same message has been added before. Another message at the same place
   * is that of a topic that was made anew, as after a restore: the former letter stays and gives
   * its place up.
   */
  @Transactional
  public void add(DeadLetterEntity letter) {
    Optional<DeadLetterEntity> present =
        DeadLetterEntity.<DeadLetterEntity>find(
                "topic = ?1 and topicPartition = ?2 and topicOffset = ?3",
                letter.topic,
                letter.topicPartition,
                letter.topicOffset)
            .firstResultOptional();
    if (present.isPresent() && same(present.get(), letter)) {
      return;
    }
    present.ifPresent(DeadLetterStore::giveUpPlace);
    letter.persist();
  }

  private static boolean same(DeadLetterEntity one, DeadLetterEntity other) {
    // The database keeps microseconds.
    return one.failedAt
            .truncatedTo(ChronoUnit.MILLIS)
            .equals(other.failedAt.truncatedTo(ChronoUnit.MILLIS))
        && Arrays.equals(one.message, other.message);
  }

  /** Offsets of a broker are never negative. */
  private static void giveUpPlace(DeadLetterEntity former) {
    former.topicOffset = -former.id;
    former.persistAndFlush();
  }

  /** The latest letters of a state. */
  @Transactional
  public List<DeadLetterEntity> list(String state) {
    return DeadLetterEntity.<DeadLetterEntity>find("state = ?1 order by id desc", state)
        .page(Page.ofSize(LIST_LIMIT))
        .list();
  }

  /**
   * One letter.
   *
   * @throws Problem 404 when there is none
   */
  @Transactional
  public DeadLetterEntity get(long id) {
    return DeadLetterEntity.<DeadLetterEntity>findByIdOptional(id)
        .orElseThrow(() -> Problem.notFound("dead letter"));
  }

  /** How many wait for an operator. */
  @Transactional
  public long open() {
    return DeadLetterEntity.count("state", "open");
  }

  /** Age of the letter that has been open longest, in seconds; 0 when none is open. */
  @Transactional
  public long oldestOpenSeconds() {
    return DeadLetterEntity.<DeadLetterEntity>find("state = ?1 order by failedAt", "open")
        .firstResultOptional()
        .map(letter -> Math.max(0, Duration.between(letter.failedAt, Instant.now()).toSeconds()))
        .orElse(0L);
  }

  /** How many were settled in a way by this process: {@code replayed} or {@code discarded}. */
  Counter settled(String how) {
    return Counter.builder("cotejo.dead.letters.settled")
        .description("Dead letters that operators settled, by how")
        .tag("how", how)
        .register(metrics);
  }

  /**
   * Tries a letter again.
   *
   * <p>When it names a document and its latest revision, the document is processed again under a
   * new ingest, since an ended ingest never changes; work that was done is found and not repeated.
   * Any other message goes back to its source topic as it was.
   *
   * @return what was done: {@code reprocessed} or {@code sent-again}
   */
  @Transactional
  public String replay(long id, String who) {
    DeadLetterEntity letter = settle(id, "replayed", who);
    Optional<DocumentEntity> document =
        Optional.ofNullable(letter.documentId)
            .flatMap(key -> DocumentEntity.<DocumentEntity>findByIdOptional(key))
            .filter(found -> !found.withdrawn())
            .filter(found -> Long.valueOf(found.revision).equals(letter.revision));
    if (document.isPresent()) {
      revisions.reprocess(document.get().id, who, "replay");
      return "reprocessed";
    }
    sender.send(letter.sourceTopic, letter.messageKey, letter.message, java.util.Map.of());
    return "sent-again";
  }

  /** Puts a letter aside for good. */
  @Transactional
  public void discard(long id, String who) {
    settle(id, "discarded", who);
  }

  /** Reads an identifier, leniently. */
  public static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException invalid) {
      return Optional.empty();
    }
  }

  private DeadLetterEntity settle(long id, String state, String who) {
    DeadLetterEntity letter = DeadLetterEntity.findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (letter == null) {
      throw Problem.notFound("dead letter");
    }
    if (!"open".equals(letter.state)) {
      throw Problem.of(
          409,
          "dead-letter.settled",
          "Already settled",
          "This dead letter has been " + letter.state + " before.");
    }
    letter.state = state;
    letter.settledAt = Instant.now();
    letter.settledBy = who;
    settled(state).increment();
    AuditEntity.add(
        letter.documentId, who, "dead letter " + state, letter.topic + "@" + letter.topicOffset);
    return letter;
  }
}
