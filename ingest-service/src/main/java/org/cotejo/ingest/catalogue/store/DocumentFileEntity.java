package org.cotejo.ingest.catalogue.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of a document, as submitted. */
@Entity
@Table(name = "document_file")
public class DocumentFileEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "document_id")
  public UUID documentId;

  public String role;
  public int ordinal;

  @Column(name = "file_name")
  public String fileName;

  @Column(columnDefinition = "char(64)")
  public String digest;

  @Column(name = "object_key")
  public String objectKey;

  @Column(name = "media_type")
  public String mediaType;

  @Column(name = "size_bytes")
  public long sizeBytes;

  @Column(name = "page_count")
  public int pageCount;

  public @Nullable String language;
  public @Nullable String translator;
}
