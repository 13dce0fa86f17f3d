package org.cotejo.local.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.local.infrastructure.InfrastructureException;
import org.cotejo.local.infrastructure.Topics;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The same parts as containers of the makers' own images; needs a container engine. */
final class ContainerInfrastructure implements TestInfrastructure {
  private static final String POSTGRES = "postgres:18.6";
  private static final String KAFKA = "apache/kafka:4.4.0";
  private static final String ELASTICSEARCH = "docker.elastic.co/elasticsearch/elasticsearch:9.5.3";
  private static final String OBJECT_STORE = "andrewgaul/s3proxy:sha-4.1.0";
  private static final int ELASTICSEARCH_PORT = 9200;
  private static final int OBJECT_STORE_PORT = 80;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final List<GenericContainer<?>> started = new ArrayList<>();

  ContainerInfrastructure() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new InfrastructureException(
          "-Pcontainers asks for Testcontainers, but no container engine answers here;"
              + " start one, or leave the profile out to use local processes");
    }
  }

  @Override
  public Map<String, String> start(Set<String> components, String database) {
    Map<String, String> config = new HashMap<>();
    for (String component : components) {
      switch (component) {
        case "postgresql" -> postgres(database, config);
        case "kafka" -> kafka(config);
        case "objects" -> objects(config);
        case "elasticsearch" -> elasticsearch(config);
        default -> throw new IllegalArgumentException("no component " + component);
      }
    }
    return Map.copyOf(config);
  }

  @Override
  public void stop() {
    started.reversed().forEach(GenericContainer::stop);
    started.clear();
  }

  private void postgres(String database, Map<String, String> config) {
    PostgreSQLContainer container =
        run(
            new PostgreSQLContainer(DockerImageName.parse(POSTGRES))
                .withDatabaseName(database)
                .withUsername("cotejo")
                .withPassword("test"));
    config.put("quarkus.datasource.jdbc.url", container.getJdbcUrl());
    config.put("quarkus.datasource.username", "cotejo");
    config.put("quarkus.datasource.password", "test");
  }

  private void kafka(Map<String, String> config) {
    KafkaContainer container = run(new KafkaContainer(DockerImageName.parse(KAFKA)));
    Topics.create(container.getBootstrapServers());
    config.put("kafka.bootstrap.servers", container.getBootstrapServers());
  }

  private void objects(Map<String, String> config) {
    GenericContainer<?> container =
        run(
            new GenericContainer<>(DockerImageName.parse(OBJECT_STORE))
                .withEnv("S3PROXY_AUTHORIZATION", "aws-v2-or-v4")
                .withEnv("S3PROXY_IDENTITY", "test")
                .withEnv("S3PROXY_CREDENTIAL", "test-secret")
                .withEnv("JCLOUDS_PROVIDER", "filesystem-nio2")
                .withExposedPorts(OBJECT_STORE_PORT));
    config.put("cotejo.objects.endpoint", address(container, OBJECT_STORE_PORT));
    config.put("cotejo.objects.access-key", "test");
    config.put("cotejo.objects.secret-key", "test-secret");
    config.put("cotejo.objects.bucket", "cotejo");
  }

  private void elasticsearch(Map<String, String> config) {
    ImageFromDockerfile image =
        new ImageFromDockerfile()
            .withDockerfileFromBuilder(
                file ->
                    file.from(ELASTICSEARCH)
                        .run("bin/elasticsearch-plugin install --batch analysis-icu")
                        .build());
    GenericContainer<?> container =
        run(
            new GenericContainer<>(image)
                .withEnv("discovery.type", "single-node")
                .withEnv("xpack.security.enabled", "false")
                .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
                .withExposedPorts(ELASTICSEARCH_PORT)
                .waitingFor(
                    Wait.forHttp("/_cluster/health?wait_for_status=yellow")
                        .forPort(ELASTICSEARCH_PORT)));
    config.put("cotejo.elasticsearch.url", address(container, ELASTICSEARCH_PORT));
  }

  private <C extends GenericContainer<?>> C run(C container) {
    container.withStartupTimeout(LIMIT);
    container.start();
    started.add(container);
    return container;
  }

  private static String address(GenericContainer<?> container, int port) {
    return "http://" + container.getHost() + ":" + container.getMappedPort(port);
  }
}
