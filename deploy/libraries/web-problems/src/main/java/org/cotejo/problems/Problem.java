package org.cotejo.problems;

import java.util.List;
import java.util.OptionalInt;

/** A request that is refused, as RFC 9457 problem details tell it. */
public final class Problem extends RuntimeException {
  private final int status;
  private final String code;
  private final String title;
  private final List<Fault> faults;

  /**
   * One fault of what was sent.
   *
   * @param code for machines, for instance {@code record.title-missing}
   * @param field what is at fault, for instance {@code scan[2]}
   * @param message for people
   * @param position in the text of the field, in UTF-16 code units from 0; empty where it is at
   *     fault as a whole
   */
  public record Fault(String code, String field, String message, OptionalInt position) {
    /** A field that is at fault as a whole. */
    public Fault(String code, String field, String message) {
      this(code, field, message, OptionalInt.empty());
    }
  }

  private Problem(int status, String code, String title, String detail, List<Fault> faults) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
    this.faults = List.copyOf(faults);
  }

  /**
   * One reason.
   *
   * @param status of HTTP
   * @param code for machines
   * @param detail for people
   */
  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, List.of());
  }

  /** Several reasons, all of which are listed in the member {@code findings}. */
  public static Problem of(
      int status, String code, String title, String detail, List<Fault> faults) {
    return new Problem(status, code, title, detail, faults);
  }

  /** Nothing there, or nothing that the caller may see: both sound alike. */
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

  public List<Fault> faults() {
    return faults;
  }

  /** For people, never null. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
