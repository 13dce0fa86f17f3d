package org.cotejo.translation.alignment.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Lines of a report, numbers written alike everywhere. */
record Table(PrintStream out) {

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
  void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
