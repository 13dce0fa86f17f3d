package org.cotejo.ingest.operations.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.cotejo.ingest.catalogue.store.AuditEntity;

/**
 * Puts right what a database out of a backup and a broker that knows nothing disagree about. What
 * waits in the outbox is sent by itself; what was sent before the backup and not yet done is begun
 * anew.
 */
@ApplicationScoped
public class Recovery {
  private final Reprocessings reprocessings;
  private final StageControls controls;

  @Inject
  public Recovery(Reprocessings reprocessings, StageControls controls) {
    this.reprocessings = reprocessings;
    this.controls = controls;
  }

  /**
   * What was begun.
   *
   * @param unfinished documents in flight, each of which is begun anew
   * @param pausedStages stages of which the services were told again
   */
  public record Begun(long unfinished, int pausedStages) {}

  /** Begins; documents follow one after the other. */
  @Transactional
  public Begun begin(String who) {
    int paused = controls.announcePaused();
    Begun begun = new Begun(reprocessings.beginUnfinished(who), paused);
    AuditEntity.add(null, who, "recovery begun", begun.toString());
    return begun;
  }
}
