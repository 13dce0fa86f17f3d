package org.cotejo.local.launcher;

import org.jspecify.annotations.Nullable;

/** A command cannot be done; the message is one sentence that says why and what would help. */
public final class Refusal extends RuntimeException {
  public Refusal(String message) {
    this(message, null);
  }

  public Refusal(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
