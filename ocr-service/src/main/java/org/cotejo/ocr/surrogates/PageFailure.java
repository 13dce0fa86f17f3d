package org.cotejo.ocr.surrogates;

/**
 * Why one page can be neither made nor read: permanent, the same page fails again the same way.
 *
 * <p>What may pass (a store that does not answer) is never a page failure; it is left to the retry
 * around the handler.
 */
public final class PageFailure extends RuntimeException {
  private final String code;

  /**
   * A failure of one page.
   *
   * @param code for machines, for instance {@code surrogates.page-too-large}
   * @param safeMessage for people; holds nothing of the document's text
   */
  public PageFailure(String code, String safeMessage) {
    super(safeMessage);
    this.code = code;
  }

  /** A failure with its cause, for the log. */
  public PageFailure(String code, String safeMessage, Throwable cause) {
    super(safeMessage, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }

  public String safeMessage() {
    return String.valueOf(getMessage());
  }
}
