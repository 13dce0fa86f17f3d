package org.cotejo.translation.bitext.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A document as far as it has come; the row is locked while an event changes it. */
@Entity
@Table(name = "document")
public class DocumentEntity extends PanacheEntityBase {
  @Id public UUID id;

  /** The highest revision seen; 0 for none. */
  @Column(nullable = false)
  public long revision;

  /** What the catalogue announced of that revision, as JSON; empty while it is awaited. */
  @Column(nullable = false, columnDefinition = "text")
  public String announcement;

  /** Who may see the document, as JSON; empty before the catalogue has said it. */
  @Column(nullable = false, columnDefinition = "text")
  public String access;

  @Column(name = "ingest_id", nullable = false)
  public String ingestId;

  @Column(nullable = false)
  public long generation;

  @Column(name = "aligned_generation", nullable = false)
  public long alignedGeneration;

  /** The number last given to an alignment. */
  @Column(name = "alignment_version", nullable = false)
  public int alignmentVersion;

  /** The revision at which the document was withdrawn; 0 for never. */
  @Column(name = "withdrawn_at", nullable = false)
  public long withdrawnAt;

  @Column(name = "changed_at", nullable = false)
  public Instant changedAt;
}
