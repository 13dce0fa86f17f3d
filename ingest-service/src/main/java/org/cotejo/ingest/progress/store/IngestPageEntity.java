package org.cotejo.ingest.progress.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far one page of an ingest has come. */
@Entity
@Table(name = "ingest_page")
@IdClass(IngestPageEntity.Key.class)
public class IngestPageEntity extends PanacheEntityBase {
  @Id
  @Column(name = "ingest_id")
  public UUID ingestId;

  @Id public int page;
  public String state;

  @Column(name = "surrogate_at")
  public @Nullable Instant surrogateAt;

  @Column(name = "ended_at")
  public @Nullable Instant endedAt;

  public @Nullable Double confidence;

  @Column(name = "needs_review")
  public @Nullable Boolean needsReview;

  public @Nullable String reason;

  /** Fingerprint of the engine that read it. */
  public @Nullable String engine;

  /** Ingest and page. */
  public record Key(UUID ingestId, int page) implements Serializable {}
}
