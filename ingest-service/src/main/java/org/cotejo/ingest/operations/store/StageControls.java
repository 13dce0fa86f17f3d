package org.cotejo.ingest.operations.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.cotejo.ingest.catalogue.store.AuditEntity;
import org.cotejo.ingest.operations.Stage;
import org.cotejo.ingest.operations.json.ControlEvents;
import org.cotejo.outbox.Outbox;

/**
 * Pauses stages and lets them go on. The wish is kept here and told to the services by an event in
 * the same transaction; they keep to it until the next one, over restarts too.
 */
@ApplicationScoped
public class StageControls {
  private final EntityManager entities;
  private final Outbox outbox;

  @Inject
  public StageControls(EntityManager entities, Outbox outbox) {
    this.entities = entities;
    this.outbox = outbox;
  }

  /** What was said last, by stage; a stage that is not there was never paused. */
  @Transactional
  public Map<String, StageControlEntity> all() {
    return StageControlEntity.<StageControlEntity>listAll().stream()
        .collect(Collectors.toMap(control -> control.stage, control -> control));
  }

  /**
   * Pauses a stage or lets it go on.
   *
   * @param reason for those who find it paused
   * @return false when it was so already; nothing is done then
   */
  @Transactional
  public boolean set(Stage stage, boolean paused, String who, String reason) {
    // One change of all stages at a time, so that numbers rise in the order of the events.
    entities.createNativeQuery("lock table stage_control in exclusive mode").executeUpdate();
    StageControlEntity control = StageControlEntity.findById(stage.label());
    if (control == null) {
      control = new StageControlEntity();
      control.stage = stage.label();
    } else {
      entities.refresh(control);
    }
    if (control.paused == paused) {
      return false;
    }
    control.paused = paused;
    control.changes++;
    control.changedAt = Instant.now();
    control.changedBy = who;
    control.reason = reason;
    control.persist();
    AuditEntity.add(
        null, who, paused ? "stage paused" : "stage resumed", stage.label() + ": " + reason);
    announce(stage, control);
    return true;
  }

  /**
   * Tells the services again which stages are paused, for a broker that has forgotten it.
   *
   * @return how many are
   */
  @Transactional
  public int announcePaused() {
    entities.createNativeQuery("lock table stage_control in exclusive mode").executeUpdate();
    int paused = 0;
    for (StageControlEntity control : StageControlEntity.<StageControlEntity>list("paused", true)) {
      Stage stage = Stage.of(control.stage).orElseThrow();
      entities.refresh(control);
      control.changes++;
      announce(stage, control);
      paused++;
    }
    return paused;
  }

  private void announce(Stage stage, StageControlEntity control) {
    outbox.add(
        ControlEvents.TOPIC,
        stage.label(),
        ControlEvents.changed(
            stage,
            control.paused,
            control.changes,
            control.changedBy,
            control.reason,
            control.changedAt));
  }
}
