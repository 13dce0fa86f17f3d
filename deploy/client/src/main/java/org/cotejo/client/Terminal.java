package org.cotejo.client;

import java.io.Console;

/** Whether a person looks on. */
final class Terminal {

  private Terminal() {}

  /** Some JDKs answer null where there is no terminal, others a console that is none. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean attached() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
