package org.cotejo.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** Remembers which events have been handled. */
@ApplicationScoped
public class Inbox {
  private final EntityManager entities;

  @Inject
  public Inbox(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Claims an event in the caller's transaction.
   *
   * @return false when it has been handled before, or is being handled by a transaction that then
   *     commits; the caller does nothing more
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean firstTime(String consumer, String eventId) {
    return entities
            .createNativeQuery(
                "insert into consumed_message (consumer, event_id, consumed_at) values (?1, ?2, ?3)"
                    + " on conflict do nothing")
            .setParameter(1, consumer)
            .setParameter(2, eventId)
            .setParameter(3, Instant.now())
            .executeUpdate()
        == 1;
  }

  /**
   * Forgets what no broker delivers any more, the oldest first.
   *
   * @param most rows at once, so that no lock is held for long
   * @return how many
   */
  @Transactional
  public int forgetOlderThan(Duration age, int most) {
    return entities
        .createNativeQuery(
            "delete from consumed_message where (consumer, event_id) in"
                + " (select consumer, event_id from consumed_message where consumed_at < ?1"
                + " order by consumed_at limit ?2)")
        .setParameter(1, Instant.now().minus(age))
        .setParameter(2, most)
        .executeUpdate();
  }
}
