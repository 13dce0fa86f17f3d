package org.cotejo.local.launcher.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives the service the path it knows and says who asked; turns a dead service into a problem. */
final class ForwardingInterceptor implements ProxyInterceptor {
  private static final Logger LOG = Logger.getLogger(ForwardingInterceptor.class.getName());
  private static final String RETRY_AFTER_SECONDS = "3";

  /** The gateway is the edge: what a client claims about itself here is not passed on. */
  private static final List<String> CLAIMS =
      List.of(
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto",
          "x-forwarded-port",
          "x-forwarded-prefix",
          "expect");

  static Route.Forward routeOf(HttpServerRequest request) {
    if (Route.of(request.path()) instanceof Route.Forward forward) {
      return forward;
    }
    throw new IllegalStateException("not a request for a service: " + request.path());
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    HttpServerRequest client = request.proxiedRequest();
    Route.Forward forward = routeOf(client);
    request.setURI(forward.path() + (client.query() == null ? "" : "?" + client.query()));
    MultiMap headers = request.headers();
    CLAIMS.forEach(headers::remove);
    headers.set("x-forwarded-for", client.remoteAddress().hostAddress());
    headers.set("x-forwarded-proto", "http");
    if (client.authority() != null) {
      headers.set("x-forwarded-host", client.authority().toString());
    }
    return context.sendRequest().recover(failure -> unreachable(request, forward, failure));
  }

  private static Future<ProxyResponse> unreachable(
      ProxyRequest request, Route.Forward forward, Throwable failure) {
    Problem problem = Problem.of(forward.upstream(), failure);
    LOG.log(
        Level.WARNING,
        "{0} {1} {2}: {3}",
        new Object[] {
          Integer.toString(problem.status()),
          request.getMethod(),
          forward.path(),
          failure.getMessage()
        });
    ProxyResponse response =
        request
            .release()
            .response()
            .setStatusCode(problem.status())
            .putHeader("content-type", Problem.MEDIA_TYPE)
            .putHeader("cache-control", "no-store")
            .setBody(Body.body(problem.body()));
    if (problem.status() == 503) {
      response.putHeader("retry-after", RETRY_AFTER_SECONDS);
    }
    return Future.succeededFuture(response);
  }
}
