package org.cotejo.ingest.progress.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something of an ingest that failed. */
@Entity
@Table(name = "ingest_failure")
public class IngestFailureEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "ingest_id")
  public UUID ingestId;

  public String stage;
  public @Nullable Integer page;
  public String code;
  public String message;

  @Column(name = "failed_at")
  public Instant failedAt;
}
