package org.cotejo.ingest.operations.store;

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

/** A message that some service could not handle. */
@Entity
@Table(name = "dead_letter")
public class DeadLetterEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public String topic;

  @Column(name = "topic_partition")
  public int topicPartition;

  @Column(name = "topic_offset")
  public long topicOffset;

  @Column(name = "source_topic")
  public String sourceTopic;

  @Column(name = "source_partition")
  public @Nullable Integer sourcePartition;

  @Column(name = "source_offset")
  public @Nullable Long sourceOffset;

  public String consumer;

  @Column(name = "message_key")
  public @Nullable String messageKey;

  public byte @Nullable [] message;

  @Column(name = "document_id")
  public @Nullable UUID documentId;

  public @Nullable Long revision;
  public String code;
  public String reason;

  @Column(name = "stack_digest")
  public @Nullable String stackDigest;

  @Column(name = "failed_at")
  public Instant failedAt;

  public String state;

  @Column(name = "settled_at")
  public @Nullable Instant settledAt;

  @Column(name = "settled_by")
  public @Nullable String settledBy;
}
