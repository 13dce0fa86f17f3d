package org.cotejo.local.launcher.gateway;

import java.util.List;
import java.util.Optional;

/** Where the gateway sends a request. */
sealed interface Route {

  /**
   * A service answers.
   *
   * @param path the path there; the query is kept as it is
   */
  record Forward(Upstream upstream, String path) implements Route {}

  /** The gateway answers with the state of all parts. */
  record Health() implements Route {}

  /** The gateway answers with the public keys of the local tokens. */
  record Keys() implements Route {}

  /** Nothing is there. */
  record Nowhere() implements Route {}

  /** The route of a path without its query. */
  static Route of(String path) {
    List<String> parts = List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
    return switch (parts.getFirst()) {
      case "health" -> parts.size() == 1 ? new Health() : inside(parts, "/q/health");
      case "metrics" -> inside(parts, "/q/metrics");
      case "openapi" -> inside(parts, "/q/openapi");
      case "auth" -> path.equals("/auth/jwks.json") ? new Keys() : new Nowhere();
      // The services' own management pages are reached by the paths above alone.
      case "q" -> new Nowhere();
      case "operations" -> new Forward(Upstream.INGEST, path);
      case "v1" -> new Forward(resource(parts), path);
      default -> new Forward(Upstream.SEARCH, path);
    };
  }

  private static Route inside(List<String> parts, String base) {
    Optional<Upstream> upstream =
        parts.size() < 2 ? Optional.empty() : Upstream.named(parts.get(1));
    String rest = parts.size() > 2 ? "/" + String.join("/", parts.subList(2, parts.size())) : "";
    return upstream.<Route>map(one -> new Forward(one, base + rest)).orElseGet(Nowhere::new);
  }

  private static Upstream resource(List<String> parts) {
    return switch (part(parts, 1)) {
      case "ingests", "uploads" -> Upstream.INGEST;
      case "operations" -> part(parts, 2).startsWith("rebuild") ? Upstream.SEARCH : Upstream.INGEST;
      case "documents" -> ofDocument(parts);
      case "lexicon", "names" -> Upstream.TRANSLATION;
      case "ocr" -> Upstream.OCR;
      default -> Upstream.SEARCH;
    };
  }

  private static Upstream ofDocument(List<String> parts) {
    return switch (part(parts, 3)) {
      case "bitexts", "transcription", "reading-text" -> Upstream.TRANSLATION;
      case "pages" ->
          part(parts, 5).equals("transcription") ? Upstream.TRANSLATION : Upstream.SEARCH;
      default -> Upstream.INGEST;
    };
  }

  private static String part(List<String> parts, int position) {
    return position < parts.size() ? parts.get(position) : "";
  }
}
