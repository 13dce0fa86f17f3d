package org.cotejo.images;

/** An image cannot be made or used; the message is one sentence for whoever asked for it. */
public final class ImageRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ImageRefused(String message) {
    super(message);
  }

  public ImageRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
