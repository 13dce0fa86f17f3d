package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Cotejo's chart, rendered by Helm. */
final class Chart {
  /** Helm's binding leaves hooks out of what it renders; without this annotation they are in it. */
  private static final String HOOK = "helm.sh/hook:";

  private static final String OWN_HOOK = "cotejo.org/hook:";

  private static final Path WITH_HOOKS = copy();

  private static final String RELEASE = "cotejo";
  private static final String NAMESPACE = "archive";
  private static final String KUBERNETES = "1.33.0";

  private Chart() {}

  /**
   * One way to install it.
   *
   * @param values files beside the chart's own values, in their order
   * @param options what is set besides
   */
  record Variant(String name, List<String> values, Map<String, Object> options) {
    Variant {
      values = List.copyOf(values);
      options = Map.copyOf(options);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Every profile, and every option in each of its forms. */
  static Stream<Variant> variants() {
    Map<String, Map<String, Object>> options = new LinkedHashMap<>();
    options.put("Ingress", Map.of("route.kind", "ingress"));
    options.put("no route", Map.of("route.kind", "none"));
    options.put("topics job", Map.of("topics.kind", "job"));
    options.put(
        "topics job, own account",
        Map.of(
            "topics.kind", "job", "topics.job.secret", "topics-admin", "topics.job.user", "admin"));
    options.put("topics there", Map.of("topics.kind", "none"));
    options.put("Strimzi without users", Map.of("topics.strimzi.users", false));
    options.put("PLAIN", Map.of("kafka.sasl", "PLAIN"));
    options.put(
        "plain Kafka",
        Map.of("kafka.sasl", "none", "kafka.tls.enabled", false, "topics.kind", "job"));
    options.put("public authorities", Map.of("kafka.tls.caSecret.name", ""));
    options.put(
        "external secrets",
        Map.of("externalSecrets.enabled", true, "externalSecrets.store.name", "vault"));
    options.put("truststore of a config map", Map.of("trustStore.configMap", "authorities"));
    options.put(
        "truststore of a secret",
        Map.of(
            "trustStore.secret", "authorities", "trustStore.passwordSecret.name", "authorities"));
    options.put("traces", Map.of("tracing.endpoint", "http://collector.monitoring:4318"));
    options.put("second bucket", Map.of("objects.second.endpoint", "https://second.example"));
    options.put(
        "second bucket, external secrets",
        Map.of(
            "objects.second.endpoint",
            "https://second.example",
            "externalSecrets.enabled",
            true,
            "externalSecrets.store.name",
            "vault"));
    options.put("languages of a volume", Map.of("languages.claim", "tessdata"));
    options.put("temporary volumes", Map.of("pod.temporaryStorageClass", "fast"));
    options.put("PodMonitor", Map.of("monitoring.kind", "PodMonitor"));
    options.put("no dashboards", Map.of("monitoring.dashboards", false));
    options.put("no policies", Map.of("networkPolicies.enabled", false));
    options.put("no migration job", Map.of("migration.job", false));
    options.put("no index job", Map.of("index.job", false));
    options.put("index job, own key", Map.of("index.apiKeySecret.name", "index-admin"));
    options.put("open Elasticsearch", Map.of("elasticsearch.apiKeySecret.name", ""));
    options.put("images on the nodes", Map.of("image.repository", "", "image.tag", "1.2.3"));
    options.put(
        "placement",
        Map.of(
            "pod.priorityClassName",
            "batch",
            "pod.nodeSelector.disk",
            "fast",
            "pod.annotations.team",
            "archive"));
    Stream<Variant> profiles =
        Stream.of(
            new Variant("default", List.of(), Map.of()),
            new Variant("small", List.of("values-small.yaml"), Map.of()),
            new Variant("production", List.of("values-production.yaml"), Map.of()));
    return Stream.concat(
        profiles,
        options.entrySet().stream()
            .map(option -> new Variant(option.getKey(), List.of(), option.getValue())));
  }

  /** Values that the schema refuses. */
  static Stream<Variant> wrong() {
    return Stream.<Map<String, Object>>of(
            Map.of("services.ocr.autoscaling.kind", "both"),
            Map.of("services.ingest.autoscaling.kind", "keda"),
            Map.of("kafka.bootstrapServers", "kafka"),
            Map.of("objects.endpoint", "objects.example"),
            Map.of("networkPolicy.enabled", true),
            Map.of("externalSecrets.enabled", true),
            Map.of("trustStore.secret", "a", "trustStore.configMap", "b"))
        .map(options -> new Variant(options.toString(), List.of(), options));
  }

  /** The rendered text. */
  static String render(Variant variant) {
    TemplateCommand command =
        new Helm(WITH_HOOKS)
            .template()
            .withName(RELEASE)
            .withNamespace(NAMESPACE)
            .withKubeVersion(KUBERNETES);
    variant.values().forEach(file -> command.withValuesFile(WITH_HOOKS.resolve(file)));
    variant.options().forEach(command::set);
    return command.call();
  }

  /** What a Helm program prints that renders the same, and how it ends. */
  static Program.Outcome render(Program helm, Variant variant) {
    return template(helm, WITH_HOOKS, variant);
  }

  /** The same of the chart as it is: hooks, which are hooks there, come after all else. */
  static Manifests manifests(Program helm, Variant variant) {
    Program.Outcome outcome = template(helm, Repository.CHART, variant);
    assertEquals(0, outcome.status(), outcome.output());
    return Manifests.parse(outcome.output().replace(HOOK, OWN_HOOK));
  }

  private static Program.Outcome template(Program helm, Path chart, Variant variant) {
    List<String> arguments = new ArrayList<>(List.of("template", RELEASE, chart.toString()));
    arguments.addAll(List.of("--namespace", NAMESPACE, "--kube-version", KUBERNETES));
    variant
        .values()
        .forEach(file -> arguments.addAll(List.of("--values", chart.resolve(file).toString())));
    variant
        .options()
        .forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
    return helm.run(Repository.ROOT, arguments.toArray(String[]::new));
  }

  static Manifests manifests(Variant variant) {
    return Manifests.parse(render(variant));
  }

  static Manifests manifests() {
    return manifests(new Variant("default", List.of(), Map.of()));
  }

  /** The chart with its hooks turned into plain objects; the text is the same otherwise. */
  private static Path copy() {
    try (Stream<Path> files = Files.walk(Repository.CHART)) {
      Path target = Files.createTempDirectory("chart").resolve("cotejo");
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copied = target.resolve(Repository.CHART.relativize(file));
        Files.createDirectories(copied.getParent());
        Files.writeString(copied, Files.readString(file).replace(HOOK, OWN_HOOK));
      }
      return target;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
