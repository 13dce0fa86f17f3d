package org.cotejo.translation.bitext.http;

/** A request that is refused, as RFC 9457 problem details tell it. */
final class Problem extends RuntimeException {
  private final int status;
  private final String code;
  private final String title;

  private Problem(int status, String code, String title, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
  }

  static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail);
  }

  /** Nothing there, or nothing that the caller may see: both sound alike. */
  static Problem notFound(String what) {
    return of(404, "not-found", "Not found", "There is no such " + what + ".");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
