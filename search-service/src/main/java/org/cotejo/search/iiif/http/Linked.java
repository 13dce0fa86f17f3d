package org.cotejo.search.iiif.http;

import org.jspecify.annotations.Nullable;

/** The media type of linked data. */
final class Linked {
  private Linked() {}

  /** JSON-LD with its context where the client says that it knows it, else JSON. */
  static String mediaType(@Nullable String accepted, String context) {
    return accepted != null && accepted.contains("application/ld+json")
        ? "application/ld+json;profile=\"" + context + "\""
        : "application/json";
  }
}
