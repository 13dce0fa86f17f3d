package org.cotejo.translation.bitext.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What became of a page of a document's latest revision. */
@Entity
@Table(name = "page_outcome")
public class PageOutcomeEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "document_id", nullable = false)
  public UUID documentId;

  @Column(nullable = false)
  public long revision;

  @Column(nullable = false)
  public int page;

  /** The files of a page that was read, as JSON; empty for a page that failed. */
  @Column(nullable = false, columnDefinition = "text")
  public String transcribed;
}
