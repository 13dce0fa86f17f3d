package org.cotejo.events;

import org.jspecify.annotations.Nullable;

/** An event that this service will never be able to handle; it goes to the dead letters at once. */
public final class PermanentFailure extends RuntimeException {
  private final String code;

  /**
   * A permanent failure.
   *
   * @param code for machines, lower case with dots and hyphens, for instance {@code
   *     alignment.text-undecodable}
   * @param safeMessage for people; holds nothing of the document
   */
  public PermanentFailure(String code, String safeMessage, @Nullable Throwable cause) {
    super(safeMessage, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The message, never null. */
  public String safeMessage() {
    return String.valueOf(getMessage());
  }
}
