package org.cotejo.ingest.operations.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What operators said last of a stage. */
@Entity
@Table(name = "stage_control")
public class StageControlEntity extends PanacheEntityBase {
  @Id public String stage;
  public boolean paused;
  public long changes;

  @Column(name = "changed_at")
  public Instant changedAt;

  @Column(name = "changed_by")
  public String changedBy;

  public String reason;
}
