package org.cotejo.events;

import org.jspecify.annotations.Nullable;

/** A message is not an event of ours; it will never be. */
public final class MalformedEvent extends RuntimeException {
  public MalformedEvent(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
