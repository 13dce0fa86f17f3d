package org.cotejo.images.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.images.ImageRefused;

/**
 * The container of a Deployment, as an engine without Kubernetes can run it: the same image, user,
 * rights, limits, settings and probes, on the network of the host. What cannot be had that way, for
 * instance a mounted secret, is refused, not left out.
 *
 * @param options of {@code docker run}
 * @param environment by name
 * @param probes in the order in which they count
 */
record PodContainer(
    String image,
    List<String> options,
    Map<String, String> environment,
    List<String> arguments,
    List<Probe> probes) {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Z_]+)\\)");
  private static final Map<String, Integer> SIZES =
      Map.of("", 0, "K", 10, "Ki", 10, "M", 20, "Mi", 20, "G", 30, "Gi", 30);

  PodContainer {
    options = List.copyOf(options);
    environment = Map.copyOf(environment);
    arguments = List.copyOf(arguments);
    probes = List.copyOf(probes);
  }

  /**
   * The container of a service.
   *
   * @param secrets values by {@code name/key}
   */
  static PodContainer of(RenderedChart chart, String service, Map<String, String> secrets) {
    JsonNode pod =
        chart.get("Deployment", RenderedChart.RELEASE + "-" + service).at("/spec/template/spec");
    JsonNode container = pod.at("/containers/0");
    return new PodContainer(
        container.path("image").asText(),
        options(pod, container),
        environment(chart, container, secrets),
        container.path("args").valueStream().map(JsonNode::asText).toList(),
        probes(container));
  }

  private static List<String> options(JsonNode pod, JsonNode container) {
    List<String> options = new ArrayList<>(List.of("--network", "host"));
    JsonNode user = pod.path("securityContext");
    options.addAll(
        List.of("--user", user.path("runAsUser").asInt() + ":" + user.path("runAsGroup").asInt()));
    JsonNode security = container.path("securityContext");
    if (security.path("readOnlyRootFilesystem").asBoolean()) {
      options.add("--read-only");
    }
    if (!security.path("allowPrivilegeEscalation").asBoolean(true)) {
      options.addAll(List.of("--security-opt", "no-new-privileges"));
    }
    for (JsonNode capability : security.at("/capabilities/drop")) {
      options.addAll(List.of("--cap-drop", capability.asText()));
    }
    options.addAll(limits(container.at("/resources/limits")));
    options.addAll(mounts(pod, container));
    return options;
  }

  private static List<String> limits(JsonNode limits) {
    List<String> options = new ArrayList<>();
    if (limits.has("memory")) {
      String bytes = Long.toString(bytes(limits.path("memory").asText()));
      // The same with swap: there is none on Kubernetes.
      options.addAll(List.of("--memory", bytes, "--memory-swap", bytes));
    }
    if (limits.has("cpu")) {
      options.addAll(List.of("--cpus", cores(limits.path("cpu").asText())));
    }
    return options;
  }

  /** Only empty folders: the image declares the one of temporary files as a volume. */
  private static List<String> mounts(JsonNode pod, JsonNode container) {
    List<String> options = new ArrayList<>();
    for (JsonNode mount : container.path("volumeMounts")) {
      String name = mount.path("name").asText();
      boolean empty =
          pod.path("volumes")
              .valueStream()
              .anyMatch(
                  volume -> volume.path("name").asText().equals(name) && volume.has("emptyDir"));
      if (!empty) {
        throw new ImageRefused("A volume like " + name + " cannot be had without Kubernetes.");
      }
      options.addAll(
          List.of("--mount", "type=volume,destination=" + mount.path("mountPath").asText()));
    }
    return options;
  }

  private static Map<String, String> environment(
      RenderedChart chart, JsonNode container, Map<String, String> secrets) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (JsonNode source : container.path("envFrom")) {
      chart
          .get("ConfigMap", source.at("/configMapRef/name").asText())
          .path("data")
          .properties()
          .forEach(one -> environment.put(one.getKey(), one.getValue().asText()));
    }
    for (JsonNode one : container.path("env")) {
      environment.put(one.path("name").asText(), value(one, environment, secrets));
    }
    return environment;
  }

  private static String value(
      JsonNode variable, Map<String, String> before, Map<String, String> secrets) {
    JsonNode secret = variable.at("/valueFrom/secretKeyRef");
    if (secret.isObject()) {
      String name = secret.path("name").asText() + "/" + secret.path("key").asText();
      return Optional.ofNullable(secrets.get(name))
          .orElseThrow(() -> new ImageRefused("The secret " + name + " is not given."));
    }
    Matcher references = REFERENCE.matcher(variable.path("value").asText());
    return references.replaceAll(
        found -> Matcher.quoteReplacement(before.getOrDefault(found.group(1), found.group())));
  }

  private static List<Probe> probes(JsonNode container) {
    List<Probe> probes = new ArrayList<>();
    for (String kind : List.of("startup", "liveness", "readiness")) {
      JsonNode probe = container.path(kind + "Probe");
      if (!probe.has("httpGet")) {
        throw new ImageRefused("The chart has no " + kind + " probe over HTTP.");
      }
      probes.add(
          new Probe(
              kind,
              probe.at("/httpGet/path").asText(),
              probe.path("periodSeconds").asInt(10),
              probe.path("timeoutSeconds").asInt(1),
              probe.path("failureThreshold").asInt(3)));
    }
    return probes;
  }

  /** Bytes of a quantity such as {@code 640Mi}; powers of ten are taken for those of two. */
  static long bytes(String quantity) {
    String number = quantity.replaceAll("[A-Za-z]+$", "");
    Integer shift = SIZES.get(quantity.substring(number.length()));
    if (shift == null || !number.matches("[0-9]{1,9}")) {
      throw new ImageRefused(quantity + " is no quantity of memory.");
    }
    return Long.parseLong(number) << shift;
  }

  /** Cores of a quantity such as {@code 2} or {@code 500m}, as the engine wants them. */
  static String cores(String quantity) {
    try {
      return quantity.endsWith("m")
          ? new BigDecimal(quantity.substring(0, quantity.length() - 1))
              .movePointLeft(3)
              .stripTrailingZeros()
              .toPlainString()
          : new BigDecimal(quantity).toPlainString();
    } catch (NumberFormatException wrong) {
      throw new ImageRefused(quantity + " is no quantity of cores.", wrong);
    }
  }
}
