package org.cotejo.search.projection.index;

/** Elasticsearch did not answer, or not as expected; transient. */
public final class IndexUnavailable extends RuntimeException {
  public IndexUnavailable(String action, Throwable cause) {
    super("Elasticsearch failed to " + action, cause);
  }
}
