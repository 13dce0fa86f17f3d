package org.cotejo.local.launcher.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A service behind the gateway. */
public enum Upstream {
  INGEST,
  OCR,
  TRANSLATION,
  SEARCH;

  /** Its name in paths and settings, for instance {@code ingest}. */
  public String pathName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Upstream> named(String pathName) {
    return Arrays.stream(values()).filter(one -> one.pathName().equals(pathName)).findFirst();
  }
}
