package org.cotejo.ingest.progress.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One processing of one revision. */
@Entity
@Table(name = "ingest")
public class IngestEntity extends PanacheEntityBase {
  @Id public UUID id;

  @Column(name = "document_id")
  public UUID documentId;

  public long revision;
  public String state;
  public String cause;

  @Column(name = "page_count")
  public int pageCount;

  @Column(name = "accepted_at")
  public Instant acceptedAt;

  @Column(name = "started_at")
  public @Nullable Instant startedAt;

  @Column(name = "surrogates_done_at")
  public @Nullable Instant surrogatesDoneAt;

  @Column(name = "pages_done_at")
  public @Nullable Instant pagesDoneAt;

  @Column(name = "aligned_at")
  public @Nullable Instant alignedAt;

  @Column(name = "published_at")
  public @Nullable Instant publishedAt;

  @Column(name = "ended_at")
  public @Nullable Instant endedAt;

  /** Rises with every change, so that a follower knows when to look again. */
  public long changes;
}
