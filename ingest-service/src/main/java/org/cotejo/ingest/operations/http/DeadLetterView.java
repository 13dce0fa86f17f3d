package org.cotejo.ingest.operations.http;

import java.time.Instant;
import java.util.UUID;
import org.cotejo.ingest.operations.store.DeadLetterEntity;
import org.jspecify.annotations.Nullable;

/** A dead letter as the list shows it. */
public record DeadLetterView(
    long id,
    String topic,
    String sourceTopic,
    String consumer,
    @Nullable UUID documentId,
    String code,
    String message,
    @Nullable String stackDigest,
    Instant failedAt,
    String state) {
  static DeadLetterView of(DeadLetterEntity letter) {
    return new DeadLetterView(
        letter.id,
        letter.topic,
        letter.sourceTopic,
        letter.consumer,
        letter.documentId,
        letter.code,
        letter.reason,
        letter.stackDigest,
        letter.failedAt,
        letter.state);
  }
}
