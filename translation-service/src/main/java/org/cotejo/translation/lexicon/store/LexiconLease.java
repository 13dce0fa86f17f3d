package org.cotejo.translation.lexicon.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;

/**
 * Lets one instance at a time rebuild the lexica. No transaction stays open meanwhile: what an
 * instance holds when it dies runs out by itself.
 */
@ApplicationScoped
public class LexiconLease {
  private final EntityManager entities;

  @Inject
  public LexiconLease(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Takes the lease.
   *
   * @param lasting how long it holds unless it is given back
   * @return false when another instance has it
   */
  @Transactional
  public boolean take(Duration lasting) {
    return entities
            .createNativeQuery(
                "update lexicon_lease set held_until = now() + make_interval(secs => ?1)"
                    + " where name = 'rebuild' and held_until < now()")
            .setParameter(1, (double) lasting.toSeconds())
            .executeUpdate()
        == 1;
  }

  /** Gives it back. */
  @Transactional
  public void giveBack() {
    entities
        .createNativeQuery("update lexicon_lease set held_until = now() where name = 'rebuild'")
        .executeUpdate();
  }
}
