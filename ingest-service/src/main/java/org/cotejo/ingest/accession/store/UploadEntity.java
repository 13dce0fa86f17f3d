package org.cotejo.ingest.accession.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file that a client may PUT beside a submission. */
@Entity
@Table(name = "upload")
public class UploadEntity extends PanacheEntityBase {
  @Id public UUID id;

  @Column(name = "file_name")
  public String fileName;

  @Column(name = "size_bytes")
  public long sizeBytes;

  @Column(columnDefinition = "char(64)")
  public String digest;

  @Column(name = "created_by")
  public String createdBy;

  @Column(name = "expires_at")
  public Instant expiresAt;
}
