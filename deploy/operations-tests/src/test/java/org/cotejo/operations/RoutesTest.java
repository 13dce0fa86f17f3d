package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.operations.Chart.Variant;
import org.junit.jupiter.api.Test;

/** Every path of every service's API leads to that service, by HTTPRoute and by Ingress. */
class RoutesTest {
  private static final Pattern ANNOTATION = Pattern.compile("@Path\\(\"([^\"]*)\"\\)");

  @Test
  void theRouteLeadsEachPathToItsService() {
    // Given
    JsonNode route = Chart.manifests().get("HTTPRoute", "cotejo");
    Map<String, String> paths = paths();
    // Then
    assertTrue(paths.size() > 30, paths.toString());
    paths.forEach((path, service) -> assertEquals(service, byGateway(route, path), path));
    assertEquals("search", byGateway(route, "/"));
    assertEquals("search", byGateway(route, "/assets/index.js"));
    assertEquals("search", byGateway(route, "/quarto"));
    assertEquals("", byGateway(route, "/q/metrics"));
    assertEquals("", byGateway(route, "/q"));
  }

  @Test
  void theIngressLeadsEachPathToItsService() {
    // Given
    JsonNode ingress =
        Chart.manifests(new Variant("", List.of(), Map.of("route.kind", "ingress")))
            .get("Ingress", "cotejo");
    // Then
    paths().forEach((path, service) -> assertEquals(service, byIngress(ingress, path), path));
    assertEquals("search", byIngress(ingress, "/"));
    assertEquals("search", byIngress(ingress, "/assets/index.js"));
    assertEquals("search", byIngress(ingress, "/quarto"));
    assertEquals("", byIngress(ingress, "/q/metrics"));
  }

  /** Paths in the resources of all services, with a value in place of each parameter. */
  private static Map<String, String> paths() {
    Map<String, String> paths = new LinkedHashMap<>();
    for (String service : Repository.SERVICES) {
      for (Path file :
          Repository.java(Repository.ROOT.resolve(service + "-service/src/main/java"))) {
        Matcher found = ANNOTATION.matcher(Repository.text(file));
        if (found.find()) {
          // The first stands on the class, the others on its methods.
          String base = found.group(1);
          paths.put(example(base), service);
          while (found.find()) {
            paths.put(example(base + "/" + found.group(1)), service);
          }
        }
      }
    }
    // The class of these two is named for the document, whose own path is ingest-service's.
    paths.put("/v1/documents/7", "ingest");
    return paths;
  }

  private static String example(String path) {
    return ("/" + path).replaceAll("\\{[^}]+}", "7").replaceAll("/+", "/");
  }

  /** Regular expressions first, then the longest prefix; empty when the gateway answers itself. */
  private static String byGateway(JsonNode route, String path) {
    String service = "";
    int longest = -1;
    for (JsonNode rule : route.at("/spec/rules")) {
      JsonNode match = rule.at("/matches/0/path");
      String value = match.path("value").asText();
      if (match.path("type").asText().equals("RegularExpression")) {
        if (path.matches(value)) {
          return service(rule.at("/backendRefs/0/name").asText());
        }
      } else if (value.length() > longest && under(path, value)) {
        longest = value.length();
        service = service(rule.at("/backendRefs/0/name").asText());
      }
    }
    return service;
  }

  /** The longest expression that fits, as controllers with regular expressions order them. */
  private static String byIngress(JsonNode ingress, String path) {
    return Manifests.each(ingress.at("/spec/rules/0/http/paths"))
        .sorted(
            Comparator.comparingInt((JsonNode one) -> one.path("path").asText().length())
                .reversed())
        .filter(one -> path.matches(one.path("path").asText()))
        .findFirst()
        .map(one -> service(one.at("/backend/service/name").asText()))
        .orElse("");
  }

  private static boolean under(String path, String prefix) {
    return prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + "/");
  }

  private static String service(String name) {
    return name.replaceFirst("^cotejo-", "").replaceFirst("-service$", "");
  }
}
