package org.cotejo.client;

/** What the client tells its caller when it ends. */
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int REFUSED = 3;
  static final int UNREACHABLE = 4;
  static final int INGEST_WITH_FAILURES = 5;

  private ExitCode() {}
}
