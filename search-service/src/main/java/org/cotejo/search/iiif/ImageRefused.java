package org.cotejo.search.iiif;

/** A request that the IIIF Image API does not allow, or that is not offered here. */
public final class ImageRefused extends RuntimeException {
  /** Why it is refused. */
  public enum Kind {
    /** Not well formed, or outside the image or the limits. */
    INVALID,
    /** Well formed, and not offered. */
    NOT_IMPLEMENTED
  }

  private final Kind kind;
  private final String code;

  private ImageRefused(Kind kind, String code, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
  }

  static ImageRefused invalid(String code, String message) {
    return new ImageRefused(Kind.INVALID, code, message);
  }

  static ImageRefused notImplemented(String code, String message) {
    return new ImageRefused(Kind.NOT_IMPLEMENTED, code, message);
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  /** For people, never null. */
  public String explanation() {
    return String.valueOf(getMessage());
  }
}
