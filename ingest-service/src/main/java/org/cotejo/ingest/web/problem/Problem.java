package org.cotejo.ingest.web.problem;

import java.util.List;
import org.cotejo.ingest.catalogue.Finding;

/** A request that is refused, as RFC 9457 problem details tell it. */
public final class Problem extends RuntimeException {
  private final int status;
  private final String code;
  private final String title;
  private final List<Finding> findings;

  private Problem(int status, String code, String title, String detail, List<Finding> findings) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
    this.findings = List.copyOf(findings);
  }

  /** One reason. */
  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, List.of());
  }

  /** A submission with faults; all of them are listed. */
  public static Problem invalid(List<Finding> findings) {
    return new Problem(
        422,
        "submission.invalid",
        "The submission is not accepted",
        findings.size() == 1
            ? findings.getFirst().message()
            : "The submission has " + findings.size() + " faults; nothing was stored.",
        findings);
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

  public List<Finding> findings() {
    return findings;
  }

  /** For people, never null. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
