package org.cotejo.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventPublisher;

/** One transaction of the relay. */
@ApplicationScoped
public class OutboxBatch {
  // Any number that no other advisory lock of these databases uses.
  private static final long LEADER_LOCK = 0x636f74656a6fL;

  private final EntityManager entities;
  private final EventCodec codec;
  private final EventPublisher publisher;

  @Inject
  public OutboxBatch(EntityManager entities, EventCodec codec, EventPublisher publisher) {
    this.entities = entities;
    this.codec = codec;
    this.publisher = publisher;
  }

  /**
   * Publishes and deletes the oldest entries.
   *
   * @return how many; 0 also when another instance is publishing
   * @throws org.cotejo.events.PublishingFailed when the broker does not confirm; the entries that
   *     were confirmed before are then sent again later
   */
  @Transactional
  public int publish(int limit) {
    Object leads =
        entities
            .createNativeQuery("select pg_try_advisory_xact_lock(?1)")
            .setParameter(1, LEADER_LOCK)
            .getSingleResult();
    if (!Boolean.TRUE.equals(leads)) {
      return 0;
    }
    List<OutboxEntry> oldest = OutboxEntry.<OutboxEntry>find("order by id").page(0, limit).list();
    for (OutboxEntry entry : oldest) {
      publisher.publish(
          entry.topic,
          entry.messageKey,
          codec.decode(entry.event.getBytes(StandardCharsets.UTF_8)));
      entry.delete();
    }
    return oldest.size();
  }

  /** How much waits, and for how long. */
  @Transactional
  public Backlog backlog() {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "select count(*), coalesce(extract(epoch from now() - min(created_at)), 0)"
                        + " from outbox_entry")
                .getSingleResult();
    return new Backlog(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
  }

  /**
   * The state of the outbox.
   *
   * @param count entries that wait
   * @param oldestSeconds age of the oldest; 0 when none waits
   */
  public record Backlog(long count, long oldestSeconds) {}
}
