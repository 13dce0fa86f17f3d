package org.cotejo.local.launcher.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.local.infrastructure.Distribution;
import org.cotejo.local.infrastructure.ElasticsearchComponent;
import org.cotejo.local.infrastructure.KafkaComponent;
import org.cotejo.local.infrastructure.Loopback;
import org.cotejo.local.infrastructure.ObjectStoreComponent;
import org.cotejo.local.infrastructure.PostgresComponent;
import org.cotejo.local.launcher.Refusal;
import org.cotejo.local.launcher.folder.DataFolder;
import org.cotejo.local.launcher.folder.PrivateFile;
import org.cotejo.local.launcher.folder.Secrets;
import org.cotejo.local.launcher.gateway.GatewaySettings;

/** Which parts a stack has and what each is told about the others. */
public final class StackPlan {
  private static final String BUCKET = "cotejo";

  private final DataFolder data;
  private final Ports ports;
  private final Secrets secrets;
  private final Distribution distribution;
  private final StackOptions options;
  private final PostgresComponent postgres;
  private final KafkaComponent kafka;
  private final ElasticsearchComponent elasticsearch;
  private final ObjectStoreComponent objects;

  /** A plan; nothing is started or written. */
  public StackPlan(
      DataFolder data,
      Ports ports,
      Secrets secrets,
      Distribution distribution,
      StackOptions options) {
    this.data = data;
    this.ports = ports;
    this.secrets = secrets;
    this.distribution = distribution;
    this.options = options;
    this.postgres =
        new PostgresComponent(
            distribution,
            data.of("postgresql"),
            ports.postgresql(),
            secrets.databasePassword(),
            Service.databases(),
            true);
    this.kafka =
        new KafkaComponent(distribution, data.of("kafka"), ports.kafka(), ports.kafkaController());
    this.elasticsearch =
        new ElasticsearchComponent(
            distribution,
            data.of("elasticsearch"),
            ports.elasticsearch(),
            ports.elasticsearchTransport());
    this.objects =
        new ObjectStoreComponent(
            distribution,
            data.of("object-store"),
            ports.objectStore(),
            secrets.objectsAccessKey(),
            secrets.objectsSecretKey());
  }

  /** Address of the stack. */
  public static String url(int port) {
    return "http://" + Loopback.HOST + ":" + port;
  }

  /** The claim {@code iss} of the tokens of a stack. */
  public static String issuer(int port) {
    return url(port) + "/auth";
  }

  /** All parts; the slow ones first. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new InfrastructurePart(elasticsearch, ports.elasticsearch()));
    parts.add(new InfrastructurePart(kafka, ports.kafka()));
    parts.add(new InfrastructurePart(objects, ports.objectStore()));
    parts.add(new InfrastructurePart(postgres, ports.postgresql()));
    if (options.withServices()) {
      for (Service service : Service.values()) {
        parts.add(service(service));
      }
    }
    parts.add(gateway());
    if (options.withPrometheus()) {
      parts.add(prometheus());
    }
    return List.copyOf(parts);
  }

  /**
   * Writes what each service has to know, for those that are started elsewhere: a line a setting,
   * as container engines read them. They hold passwords.
   */
  public void writeEnvironments() {
    for (Service service : Service.values()) {
      StringBuilder lines = new StringBuilder();
      environment(service)
          .forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
      PrivateFile.write(data.environment(service.partName()), lines.toString());
    }
  }

  private ServicePart service(Service service) {
    Path jar =
        distribution
            .root()
            .resolve(service.partName())
            .resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.isRegularFile(jar)) {
      throw new Refusal(service.partName() + " is not built: " + jar + " is missing");
    }
    return new ServicePart(
        service, ports.of(service), jar, environment(service), data.of(service.partName()));
  }

  private PrometheusPart prometheus() {
    if (!Programs.onPath(PrometheusPart.PROGRAM)) {
      throw new Refusal(
          "--with-prometheus needs the program prometheus on the PATH, for instance of Debian's package prometheus");
    }
    Map<String, Integer> targets = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      targets.put(service.partName(), ports.of(service));
    }
    return new PrometheusPart(
        ports.prometheus(),
        targets,
        distribution.root().resolve("deploy/kubernetes/cotejo/files/alerts.yaml"),
        data.of("prometheus"));
  }

  private GatewayPart gateway() {
    Map<String, Integer> services = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      services.put(service.pathName(), ports.of(service));
    }
    Map<String, Integer> infrastructure =
        Map.of(
            postgres.name(), ports.postgresql(),
            kafka.name(), ports.kafka(),
            elasticsearch.name(), ports.elasticsearch(),
            objects.name(), ports.objectStore());
    GatewaySettings settings =
        new GatewaySettings(
            ports.gateway(),
            services,
            infrastructure,
            data.keySet().toString(),
            GatewaySettings.CONNECT_TIMEOUT_MS,
            GatewaySettings.IDLE_TIMEOUT_SECONDS);
    return new GatewayPart(settings, data.gatewaySettings(), data.root());
  }

  private Map<String, String> environment(Service service) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("QUARKUS_HTTP_HOST", Loopback.HOST);
    variables.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
    // Links that a service writes lead through the gateway.
    variables.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
    variables.put("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true");
    variables.put("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", Loopback.HOST);
    variables.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    variables.put("COTEJO_OBJECTS_ENDPOINT", objects.endpoint());
    variables.put("COTEJO_OBJECTS_ACCESS_KEY", secrets.objectsAccessKey());
    variables.put("COTEJO_OBJECTS_SECRET_KEY", secrets.objectsSecretKey());
    variables.put("COTEJO_OBJECTS_BUCKET", BUCKET);
    variables.put("COTEJO_AUTH_ISSUER", issuer(ports.gateway()));
    variables.put("COTEJO_AUTH_JWKS_URL", issuer(ports.gateway()) + "/jwks.json");
    if (!service.database().isEmpty()) {
      variables.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(service.database()));
      variables.put("QUARKUS_DATASOURCE_USERNAME", PostgresComponent.USER);
      variables.put("QUARKUS_DATASOURCE_PASSWORD", secrets.databasePassword());
    }
    switch (service) {
      case INGEST -> variables.put("COTEJO_ACCESSION_DEFAULT_ACCESS_LEVEL", "public");
      case OCR -> {
        variables.put("COTEJO_TESSDATA_DIRECTORY", options.tessdata().toString());
        // Tesseract's own threads fight with the service's workers; read before the JVM starts.
        variables.put("OMP_THREAD_LIMIT", "1");
      }
      case TRANSLATION -> {}
      case SEARCH -> variables.put("COTEJO_ELASTICSEARCH_URL", elasticsearch.url());
    }
    return variables;
  }
}
