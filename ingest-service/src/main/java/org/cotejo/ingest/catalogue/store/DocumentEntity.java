package org.cotejo.ingest.catalogue.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document as of its latest revision. */
@Entity
@Table(name = "document")
public class DocumentEntity extends PanacheEntityBase {
  @Id public UUID id;
  public long revision;
  public String state;
  public String title;
  public @Nullable String collection;

  @Column(name = "original_languages")
  public String originalLanguages;

  @Column(name = "access_level")
  public String accessLevel;

  @Column(name = "access_until")
  public @Nullable LocalDate accessUntil;

  @Column(columnDefinition = "text")
  public String record;

  @Column(name = "record_digest", columnDefinition = "char(64)")
  public String recordDigest;

  @Column(name = "record_bytes")
  public long recordBytes;

  @Column(name = "page_count")
  public int pageCount;

  @Column(name = "submitted_by")
  public String submittedBy;

  @Column(name = "ingest_id")
  public UUID ingestId;

  @Column(name = "accepted_at")
  public Instant acceptedAt;

  @Column(name = "changed_at")
  public Instant changedAt;

  /** Whether the document may still be read. */
  public boolean withdrawn() {
    return "withdrawn".equals(state);
  }
}
