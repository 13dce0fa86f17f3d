package org.cotejo.translation.lexicon.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A lexicon that was learned. */
@Entity
@Table(name = "lexicon_version")
public class LexiconVersionEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "first_language", nullable = false)
  public String firstLanguage;

  @Column(name = "second_language", nullable = false)
  public String secondLanguage;

  @Column(nullable = false)
  public int number;

  @Column(nullable = false)
  public String fingerprint;

  @Column(nullable = false)
  public int links;

  @Column(nullable = false)
  public int entries;

  @Column(name = "object_key", nullable = false, columnDefinition = "text")
  public String objectKey;

  @Column(name = "object_digest", nullable = false)
  public String objectDigest;

  @Column(name = "object_size_bytes", nullable = false)
  public long objectSizeBytes;

  @Column(name = "made_at", nullable = false)
  public Instant madeAt;
}
