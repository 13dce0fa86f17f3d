package org.cotejo.translation.correction.store;

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

/** A change that a curator made; added and never changed. */
@Entity
@Table(name = "correction")
public class CorrectionEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "document_id", nullable = false)
  public UUID documentId;

  /** Of the translation in whose bitext it was made, in lower case. */
  @Column(nullable = false)
  public String language;

  @Column(name = "seen_version", nullable = false)
  public int seenVersion;

  @Column(name = "alignment_version", nullable = false)
  public int alignmentVersion;

  @Column(nullable = false)
  public String author;

  @Column(name = "made_at", nullable = false)
  public Instant madeAt;

  /** As they were sent, as JSON. */
  @Column(nullable = false, columnDefinition = "text")
  public String operations;

  /** What they say, as JSON. */
  @Column(nullable = false, columnDefinition = "text")
  public String facts;

  /** What holds no more because of them, as JSON. */
  @Column(nullable = false, columnDefinition = "text")
  public String supersedes;

  @Column public @Nullable Long undoes;
}
