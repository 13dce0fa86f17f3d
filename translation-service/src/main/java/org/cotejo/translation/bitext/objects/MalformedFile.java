package org.cotejo.translation.bitext.objects;

/** A file in the object store is not what its schema says. */
public final class MalformedFile extends RuntimeException {
  public MalformedFile(String schema, String fault) {
    super("A file is no " + schema + ": " + fault + ".");
  }

  /** Safe to show, never null. */
  public String safeMessage() {
    return String.valueOf(getMessage());
  }
}
