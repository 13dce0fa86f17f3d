package org.cotejo.local.launcher.stack;

/** Is told what happens to a stack; each message is one line for people. */
@FunctionalInterface
public interface Progress {
  void line(String message);
}
