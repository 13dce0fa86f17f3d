package org.cotejo.translation.bitext.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An alignment that was made and published. */
@Entity
@Table(name = "alignment")
public class AlignmentEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "document_id", nullable = false)
  public UUID documentId;

  @Column(nullable = false)
  public long revision;

  @Column(nullable = false)
  public int version;

  /** The body of its {@code document.aligned} event. */
  @Column(nullable = false, columnDefinition = "text")
  public String data;

  @Column(name = "made_at", nullable = false)
  public Instant madeAt;
}
