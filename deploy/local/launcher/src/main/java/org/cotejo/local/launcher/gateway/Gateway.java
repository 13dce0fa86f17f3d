package org.cotejo.local.launcher.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotejo.local.infrastructure.Loopback;

/**
 * Joins the services under one origin. Bodies stream through in both directions: no upload, image
 * or stream of events is held here.
 */
public final class Gateway implements AutoCloseable {
  /** A bearer token and a long search fit; more is refused with 431 or 414. */
  private static final int HEADER_LIMIT_BYTES = 16 * 1024;

  private static final int REQUEST_LINE_LIMIT_BYTES = 8 * 1024;

  /** To each service; a stream of events keeps one for itself. */
  private static final int CONNECTION_LIMIT = 256;

  private static final int WAITING_LIMIT = 1_024;

  private final GatewaySettings settings;
  private final Vertx vertx;
  private final HttpClient client;
  private final HttpProxy proxy;
  private final HealthReport health;
  private final Buffer keys;

  public Gateway(GatewaySettings settings) throws IOException {
    this.settings = settings;
    this.keys = Buffer.buffer(Files.readAllBytes(Path.of(settings.keys())));
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(settings.connectTimeoutMs())
                .setIdleTimeout(settings.idleTimeoutSeconds())
                .setMaxHeaderSize(HEADER_LIMIT_BYTES)
                .setMaxWaitQueueSize(WAITING_LIMIT),
            new PoolOptions().setHttp1MaxSize(CONNECTION_LIMIT));
    this.health = new HealthReport(vertx, client, settings);
    this.proxy =
        HttpProxy.reverseProxy(client)
            .origin(context -> connect(context.request().proxiedRequest()))
            .addInterceptor(new ForwardingInterceptor());
  }

  /** Listens; fails when the port is taken. */
  public Future<HttpServer> start() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(Loopback.HOST)
            .setPort(settings.port())
            .setHttp2ClearTextEnabled(false)
            .setHandle100ContinueAutomatically(true)
            .setIdleTimeout(settings.idleTimeoutSeconds())
            .setMaxHeaderSize(HEADER_LIMIT_BYTES)
            .setMaxInitialLineLength(REQUEST_LINE_LIMIT_BYTES);
    return vertx.createHttpServer(options).requestHandler(this::handle).listen();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void handle(HttpServerRequest request) {
    switch (Route.of(request.path() == null ? "/" : request.path())) {
      case Route.Forward _ -> proxy.handle(request);
      case Route.Health _ -> onlyGet(request, () -> answerHealth(request));
      case Route.Keys _ ->
          onlyGet(request, () -> answer(request, 200, "application/jwk-set+json", keys));
      case Route.Nowhere _ -> answer(request, Problem.nothingHere());
    }
  }

  private Future<HttpClientRequest> connect(HttpServerRequest request) {
    Route.Forward forward = ForwardingInterceptor.routeOf(request);
    SocketAddress address =
        SocketAddress.inetSocketAddress(settings.portOf(forward.upstream()), Loopback.HOST);
    return client.request(new RequestOptions().setServer(address));
  }

  private void answerHealth(HttpServerRequest request) {
    health
        .now()
        .onSuccess(
            report -> answer(request, report.up() ? 200 : 503, "application/json", report.body()));
  }

  private static void onlyGet(HttpServerRequest request, Runnable answer) {
    if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
      answer.run();
    } else {
      answer(request, Problem.methodNotAllowed());
    }
  }

  private static void answer(HttpServerRequest request, Problem problem) {
    answer(request, problem.status(), Problem.MEDIA_TYPE, problem.body());
  }

  private static void answer(
      HttpServerRequest request, int status, String mediaType, Buffer content) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", mediaType)
        .putHeader("cache-control", "no-store")
        .end(content);
  }
}
