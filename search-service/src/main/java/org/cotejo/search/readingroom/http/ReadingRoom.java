package org.cotejo.search.readingroom.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Serves the web pages: their addresses, their caching, and what they may load. */
@ApplicationScoped
public class ReadingRoom {
  private static final int PRIORITY = 200;

  /** Addresses that the pages themselves understand. */
  private static final Pattern PAGE =
      Pattern.compile("/search/?|/documents/[0-9a-fA-F-]{36}(/.*)?");

  /** OpenSeadragon shows images of restricted papers from blobs. */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' blob: data:; style-src 'self'; script-src 'self';"
          + " connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none';"
          + " frame-ancestors 'none'; form-action 'self'";

  void register(@Observes Filters filters) {
    filters.register(this::serve, PRIORITY);
  }

  private void serve(RoutingContext context) {
    String path = context.normalizedPath();
    HttpServerResponse response = context.response();
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "same-origin");
    if (path.startsWith("/v1/") || path.startsWith("/q/") || path.startsWith("/iiif/")) {
      context.next();
      return;
    }
    response.putHeader("Content-Security-Policy", POLICY);
    if (path.startsWith("/assets/")) {
      response.putHeader("Cache-Control", "public, max-age=31536000, immutable");
    } else {
      response.putHeader("Cache-Control", "no-cache");
    }
    boolean get =
        HttpMethod.GET.equals(context.request().method())
            || HttpMethod.HEAD.equals(context.request().method());
    if (get && PAGE.matcher(path).matches()) {
      context.reroute("/index.html");
    } else {
      context.next();
    }
  }
}
