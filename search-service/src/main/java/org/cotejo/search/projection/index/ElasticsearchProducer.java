package org.cotejo.search.projection.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/** Makes the client of this service. */
@ApplicationScoped
public class ElasticsearchProducer {

  @Produces
  @Singleton
  ElasticsearchClient client(ElasticsearchConfig config) {
    return connect(config);
  }

  /** A client for the given nodes; nothing is connected yet. */
  static ElasticsearchClient connect(ElasticsearchConfig config) {
    URI[] nodes =
        Arrays.stream(config.url().split(",", -1))
            .map(String::strip)
            .map(URI::create)
            .toArray(URI[]::new);
    Rest5ClientBuilder builder = Rest5Client.builder(nodes);
    builder.setConnectionConfigCallback(
        connection ->
            connection
                .setConnectTimeout(Timeout.ofMilliseconds(config.connectTimeout().toMillis()))
                .setSocketTimeout(Timeout.ofMilliseconds(config.responseTimeout().toMillis())));
    config
        .apiKey()
        .ifPresent(
            key ->
                builder.setDefaultHeaders(
                    new Header[] {new BasicHeader("Authorization", "ApiKey " + key)}));
    return new ElasticsearchClient(
        new Rest5ClientTransport(builder.build(), new JacksonJsonpMapper()));
  }

  void close(@Disposes ElasticsearchClient client) throws IOException {
    client._transport().close();
  }
}
