package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Pods reach what their service needs, and nothing else. */
class NetworkTest {
  private static final Map<String, String> NAMES =
      Map.of("53", "dns", "9093", "kafka", "5432", "database", "9200", "elasticsearch");

  @Test
  void everythingIsDeniedUnlessItIsAllowed() {
    // When
    JsonNode policy = Chart.manifests().get("NetworkPolicy", "cotejo-deny");
    // Then
    assertEquals("[\"Ingress\",\"Egress\"]", policy.at("/spec/policyTypes").toString());
    assertTrue(policy.at("/spec/ingress").isMissingNode());
    assertTrue(policy.at("/spec/egress").isMissingNode());
  }

  @Test
  void aServiceReachesOnlyTheDependenciesThatItsBuildHas() {
    // Given
    Manifests manifests = Chart.manifests();
    for (String service : Repository.SERVICES) {
      String build = Repository.text(Repository.ROOT.resolve(service + "-service/pom.xml"));
      Set<String> needed = new TreeSet<>(Set.of("dns", "kafka"));
      if (build.contains("cotejo-outbox")) {
        needed.add("database");
      }
      if (build.contains("elasticsearch-java")) {
        needed.add("elasticsearch");
      }
      // When
      Set<String> reached = new TreeSet<>();
      for (JsonNode rule :
          manifests.get("NetworkPolicy", "cotejo-" + service + "-service").at("/spec/egress")) {
        assertTrue(rule.path("to").size() > 0, "an empty peer would be everybody");
        String port = rule.at("/ports/0/port").asText();
        reached.add(NAMES.getOrDefault(port, port));
      }
      // Then
      // 443 is that of the store and the login, which every service has.
      needed.add("443");
      assertEquals(needed, reached, service);
    }
  }

  @Test
  void tracesLeaveOnlyWhereTheyGoSomewhere() {
    // Given
    Manifests traced =
        Chart.manifests(
            new Chart.Variant(
                "traces",
                List.of(),
                Map.of("tracing.endpoint", "http://collector.monitoring:4318")));
    for (String service : Repository.SERVICES) {
      String name = "cotejo-" + service + "-service";
      // Then
      assertEquals(0, openings(Chart.manifests(), name));
      assertEquals(1, openings(traced, name));
      JsonNode settings = traced.get("ConfigMap", name).path("data");
      assertEquals(
          "http://collector.monitoring:4318", settings.path("COTEJO_TRACING_ENDPOINT").asText());
      assertTrue(
          Chart.manifests()
              .get("ConfigMap", name)
              .path("data")
              .path("COTEJO_TRACING_ENDPOINT")
              .isMissingNode());
    }
  }

  private static long openings(Manifests manifests, String policy) {
    return Manifests.each(manifests.get("NetworkPolicy", policy).at("/spec/egress"))
        .filter(rule -> rule.at("/ports/0/port").asInt() == 4318)
        .count();
  }

  @Test
  void everyPodIsCoveredByTheDenial() {
    // Given
    Manifests manifests = Chart.manifests();
    JsonNode selector =
        manifests.get("NetworkPolicy", "cotejo-deny").at("/spec/podSelector/matchLabels");
    for (JsonNode pod : manifests.pods()) {
      // Then
      selector
          .properties()
          .forEach(
              label ->
                  assertEquals(label.getValue(), pod.at("/metadata/labels").path(label.getKey())));
    }
  }
}
