package org.cotejo.translation.transcription;

/** A transcription made by people cannot be read. */
public final class BrokenTranscription extends RuntimeException {
  private final String code;

  /**
   * A failure.
   *
   * @param code for machines: {@code transcription.} and what is wrong
   * @param message for people, with the place
   */
  public BrokenTranscription(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
