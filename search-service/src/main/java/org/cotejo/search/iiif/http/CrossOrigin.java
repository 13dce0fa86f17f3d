package org.cotejo.search.iiif.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets viewers on any web page read what stands under /iiif. Nothing there is known by a cookie, so
 * that another site sees only what its reader's own token, put in by its script, opens.
 */
@ApplicationScoped
public class CrossOrigin {
  private static final int PRIORITY = 210;
  private static final int NO_CONTENT = 204;

  void register(@Observes Filters filters) {
    filters.register(this::serve, PRIORITY);
  }

  private void serve(RoutingContext context) {
    if (!context.normalizedPath().startsWith("/iiif/")) {
      context.next();
      return;
    }
    HttpServerResponse response = context.response();
    response.putHeader("Access-Control-Allow-Origin", "*");
    response.putHeader("Access-Control-Expose-Headers", "ETag, Link");
    response.putHeader("Cross-Origin-Resource-Policy", "cross-origin");
    if (HttpMethod.OPTIONS.equals(context.request().method())) {
      response
          .putHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
          .putHeader("Access-Control-Allow-Headers", "Authorization, Accept, If-None-Match")
          .putHeader("Access-Control-Max-Age", "86400")
          .setStatusCode(NO_CONTENT)
          .end();
      return;
    }
    context.next();
  }
}
