package org.cotejo.ingest.fixity.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.cotejo.ingest.fixity.StoredFile;
import org.jspecify.annotations.Nullable;

/** The last check of one stored file. */
@Entity
@Table(name = "fixity_check")
public class FixityCheckEntity extends PanacheEntityBase {
  @Id
  @Column(name = "object_key")
  public String objectKey;

  @Column(columnDefinition = "char(64)")
  public String digest;

  @Column(name = "size_bytes")
  public long sizeBytes;

  public String state;

  @Column(name = "checked_at")
  public Instant checkedAt;

  @Column(name = "failed_since")
  public @Nullable Instant failedSince;

  public String detail;

  /** When it was last taken from the second bucket. */
  @Column(name = "repaired_at")
  public @Nullable Instant repairedAt;

  static FixityCheckEntity first(StoredFile file) {
    FixityCheckEntity check = new FixityCheckEntity();
    check.objectKey = file.objectKey();
    check.digest = file.digest();
    check.sizeBytes = file.sizeBytes();
    return check;
  }
}
