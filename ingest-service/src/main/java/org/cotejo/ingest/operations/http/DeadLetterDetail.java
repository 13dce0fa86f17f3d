package org.cotejo.ingest.operations.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.cotejo.ingest.operations.store.DeadLetterEntity;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with all that is known of it.
 *
 * @param content the message as text, or as hexadecimal digits when it is none; shortened
 * @param contentForm {@code text}, {@code hex} or {@code none}
 * @param sizeBytes of the whole message
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterDetail(
    DeadLetterView letter,
    int partition,
    long offset,
    @Nullable Integer sourcePartition,
    @Nullable Long sourceOffset,
    @Nullable String key,
    @Nullable Long revision,
    @Nullable String settledBy,
    @Nullable Instant settledAt,
    int sizeBytes,
    String contentForm,
    String content) {
  private static final int MAXIMUM_SHOWN_BYTES = 64 * 1024;

  static DeadLetterDetail of(DeadLetterEntity letter) {
    byte[] message = letter.message == null ? new byte[0] : letter.message;
    int shown = Math.min(message.length, MAXIMUM_SHOWN_BYTES);
    String form = "none";
    String content = "";
    if (shown > 0) {
      try {
        content =
            StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(message, 0, shown))
                .toString();
        form = "text";
      } catch (CharacterCodingException binary) {
        content = HexFormat.ofDelimiter(" ").formatHex(message, 0, Math.min(shown, 1024));
        form = "hex";
      }
    }
    return new DeadLetterDetail(
        DeadLetterView.of(letter),
        letter.topicPartition,
        letter.topicOffset,
        letter.sourcePartition,
        letter.sourceOffset,
        letter.messageKey,
        letter.revision,
        letter.settledBy,
        letter.settledAt,
        message.length,
        form,
        content);
  }
}
