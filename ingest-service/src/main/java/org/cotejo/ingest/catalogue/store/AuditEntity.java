package org.cotejo.ingest.catalogue.store;

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

/** Who changed what, when. */
@Entity
@Table(name = "audit_entry")
public class AuditEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "document_id")
  public @Nullable UUID documentId;

  public Instant at;
  public String who;
  public String action;
  public String details;

  /** Adds a row to the current transaction. */
  public static void add(@Nullable UUID documentId, String who, String action, String details) {
    AuditEntity entry = new AuditEntity();
    entry.documentId = documentId;
    entry.at = Instant.now();
    entry.who = who;
    entry.action = action;
    entry.details = details.substring(0, Math.min(details.length(), 4000));
    entry.persist();
  }
}
