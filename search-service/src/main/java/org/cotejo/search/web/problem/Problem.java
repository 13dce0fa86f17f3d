package org.cotejo.search.web.problem;

/** A request that is refused, as RFC 9457 problem details tell it. */
public final class Problem extends RuntimeException {
  private final int status;
  private final String code;
  private final String title;

  private Problem(int status, String code, String title, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
  }

  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail);
  }

  /** Nothing there, or nothing that the caller may see. */
  public static Problem notFound(String what) {
    return of(404, "not-found", "Not found", "There is no such " + what + ".");
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  /** For people, never null. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
