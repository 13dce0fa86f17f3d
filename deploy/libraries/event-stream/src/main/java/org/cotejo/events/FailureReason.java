package org.cotejo.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cotejo.objects.ObjectStoreException;

/**
 * Why something failed.
 *
 * @param code for machines
 * @param message for people, safe to show
 * @param transientFailure whether it may work later
 */
public record FailureReason(String code, String message, boolean transientFailure) {

  /** Sorts an exception: what is known to be permanent is, everything else may pass. */
  public static FailureReason of(Throwable cause) {
    return switch (cause) {
      case PermanentFailure failure ->
          new FailureReason(failure.code(), failure.safeMessage(), false);
      case MalformedEvent malformed ->
          new FailureReason("event.malformed", String.valueOf(malformed.getMessage()), false);
      case ObjectStoreException failure -> ofStore(failure);
      default ->
          new FailureReason(
              "unexpected." + name(cause), "An unexpected failure: " + name(cause) + ".", true);
    };
  }

  /** The form that events carry. */
  public ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", code)
        .put("message", message)
        .put("transient", transientFailure);
  }

  private static FailureReason ofStore(ObjectStoreException failure) {
    String code =
        switch (failure) {
          case ObjectStoreException.ObjectMissing _ -> "object.missing";
          case ObjectStoreException.DigestMismatch _ -> "object.digest-mismatch";
          case ObjectStoreException.ObjectTooLarge _ -> "object.too-large";
          case ObjectStoreException.StoreUnavailable _ -> "object-store.unavailable";
        };
    return new FailureReason(
        code, String.valueOf(failure.getMessage()), failure.transientFailure());
  }

  private static String name(Throwable cause) {
    String simple = cause.getClass().getSimpleName();
    return simple
        .replaceAll("([a-z])([A-Z])", "$1-$2")
        .replaceAll("[^A-Za-z0-9-]", "")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
