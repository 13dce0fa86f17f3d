package org.cotejo.local.infrastructure;

import org.jspecify.annotations.Nullable;

/** A part of the infrastructure cannot be prepared or started; the message is one sentence. */
public final class InfrastructureException extends RuntimeException {
  public InfrastructureException(String message) {
    this(message, null);
  }

  public InfrastructureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
