package org.cotejo.translation.collation.store;

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

/** One change of what is thought of a finding; added and never changed. */
@Entity
@Table(name = "finding_change")
public class FindingChangeEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "document_id", nullable = false)
  public UUID documentId;

  /** Of the translation, in lower case. */
  @Column(nullable = false)
  public String language;

  @Column(name = "finding_key", nullable = false)
  public String findingKey;

  @Column(nullable = false)
  public String state;

  @Column(nullable = false)
  public String note;

  @Column(nullable = false)
  public String author;

  @Column(name = "changed_at", nullable = false)
  public Instant changedAt;

  @Column public @Nullable Long undoes;

  /** What the finding is known by, as JSON. */
  @Column(nullable = false, columnDefinition = "text")
  public String finding;
}
