package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.operations.Chart.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart renders, in each profile and with each option. */
class RenderedChartTest {
  /** What the service takes beside its heap: code, threads, a page in Leptonica's memory. */
  private static final long OF_THE_JVM_MEBIBYTES = 300;

  static Stream<Variant> variants() {
    return Chart.variants();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void eachFieldIsKnownToTheModelOfItsKind(Variant variant) {
    // When
    Manifests manifests = Chart.manifests(variant);
    // Then
    List<String> faults =
        manifests.objects().stream()
            .flatMap(
                object ->
                    StrictTypes.faults(object).stream()
                        .map(fault -> Manifests.name(object) + ": " + fault))
            .toList();
    assertEquals(List.of(), faults);
    assertEquals(4, manifests.of("Deployment").count());
  }

  /** Helm 4 applies on the server, which refuses a list of named things that names one twice. */
  @ParameterizedTest
  @MethodSource("variants")
  void noListHasAKeyTwice(Variant variant) {
    // Given
    List<String> faults = new ArrayList<>();
    // When
    for (JsonNode pod : Chart.manifests(variant).pods()) {
      JsonNode spec = pod.path("spec");
      once(spec.path("volumes"), faults, "name");
      for (JsonNode containers : List.of(spec.path("containers"), spec.path("initContainers"))) {
        once(containers, faults, "name");
        for (JsonNode container : containers) {
          once(container.path("env"), faults, "name");
          once(container.path("ports"), faults, "containerPort", "protocol");
          once(container.path("volumeMounts"), faults, "mountPath");
        }
      }
    }
    Chart.manifests(variant)
        .of("Service")
        .forEach(service -> once(service.at("/spec/ports"), faults, "port", "protocol"));
    // Then
    assertEquals(List.of(), faults);
  }

  private static void once(JsonNode list, List<String> faults, String... keys) {
    Set<String> seen = new HashSet<>();
    for (JsonNode one : list) {
      String key =
          Stream.of(keys).map(each -> one.path(each).asText()).collect(Collectors.joining("/"));
      if (!seen.add(key)) {
        faults.add(key);
      }
    }
  }

  @Test
  void databasesAreMigratedBeforeAnUpgradeByTheirServices() {
    // When
    List<JsonNode> jobs =
        Chart.manifests()
            .of("Job")
            .filter(job -> Manifests.name(job).endsWith("-migration"))
            .toList();
    // Then
    assertEquals(
        List.of("cotejo-ingest-service-migration", "cotejo-translation-service-migration"),
        jobs.stream().map(Manifests::name).toList());
    for (JsonNode job : jobs) {
      assertEquals("pre-upgrade", job.at("/metadata/annotations/cotejo.org~1hook").asText());
      assertTrue(
          Manifests.each(job.at("/spec/template/spec/containers/0/env"))
              .anyMatch(one -> one.path("name").asText().equals("QUARKUS_INIT_AND_EXIT")));
    }
  }

  @Test
  void theIndexIsPreparedBySearchServiceBeforeItServes() {
    // Given
    Manifests manifests = Chart.manifests();
    // When
    JsonNode job = manifests.get("Job", "cotejo-search-service-index");
    JsonNode container = job.at("/spec/template/spec/containers/0");
    // Then
    assertEquals(
        "post-install,pre-upgrade", job.at("/metadata/annotations/cotejo.org~1hook").asText());
    assertEquals(
        manifests
            .get("Deployment", "cotejo-search-service")
            .at("/spec/template/spec/containers/0/image"),
        container.path("image"));
    assertEquals("[\"prepare-index\"]", container.path("args").toString());
    assertFalse(container.has("command"), "the image's own command has what a start needs");
  }

  @Test
  void jobsMayUseAccountsOfTheirOwn() {
    // When
    Manifests manifests =
        Chart.manifests(
            new Variant(
                "",
                List.of(),
                Map.of(
                    "topics.kind",
                    "job",
                    "topics.job.secret",
                    "topics-admin",
                    "topics.job.user",
                    "admin",
                    "index.apiKeySecret.name",
                    "index-admin")));
    // Then
    JsonNode topics = variables(manifests, "cotejo-topics");
    assertEquals(
        "topics-admin", topics.at("/COTEJO_BROKER_PASSWORD/valueFrom/secretKeyRef/name").asText());
    assertTrue(topics.at("/KAFKA_SASL_JAAS_CONFIG/value").asText().contains("username=\"admin\""));
    assertEquals(
        "index-admin",
        variables(manifests, "cotejo-search-service-index")
            .at("/COTEJO_ELASTICSEARCH_API_KEY/valueFrom/secretKeyRef/name")
            .asText());
  }

  @Test
  void languageDataOfAVolumeLiesWhereTheServiceLooks() {
    // When
    Manifests manifests =
        Chart.manifests(new Variant("", List.of(), Map.of("languages.claim", "tessdata")));
    // Then
    JsonNode pod = manifests.get("Deployment", "cotejo-ocr-service").at("/spec/template/spec");
    JsonNode volume = named(pod.path("volumes"), "languages");
    assertEquals("tessdata", volume.at("/persistentVolumeClaim/claimName").asText());
    assertTrue(volume.at("/persistentVolumeClaim/readOnly").asBoolean());
    assertEquals(
        manifests
            .get("ConfigMap", "cotejo-ocr-service")
            .at("/data/COTEJO_TESSDATA_DIRECTORY")
            .asText(),
        named(pod.at("/containers/0/volumeMounts"), "languages").path("mountPath").asText());
    for (String other : List.of("ingest", "translation", "search")) {
      String text = manifests.get("Deployment", "cotejo-" + other + "-service").toString();
      assertFalse(text.contains("tessdata"), other);
    }
  }

  @Test
  void temporaryVolumesHaveTheSizeOfTheFoldersTheyReplace() {
    // Given
    Variant volumes = new Variant("", List.of(), Map.of("pod.temporaryStorageClass", "fast"));
    Manifests folders = Chart.manifests();
    // When
    Manifests manifests = Chart.manifests(volumes);
    // Then
    for (String service : Repository.SERVICES) {
      String path = "/spec/template/spec/volumes";
      String deployment = "cotejo-" + service + "-service";
      JsonNode claim =
          named(manifests.get("Deployment", deployment).at(path), "tmp")
              .at("/ephemeral/volumeClaimTemplate/spec");
      assertEquals("fast", claim.path("storageClassName").asText());
      assertEquals(
          named(folders.get("Deployment", deployment).at(path), "tmp")
              .at("/emptyDir/sizeLimit")
              .asText(),
          claim.at("/resources/requests/storage").asText());
    }
  }

  private static JsonNode named(JsonNode array, String name) {
    return Manifests.each(array)
        .filter(one -> one.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + array));
  }

  private static JsonNode variables(Manifests manifests, String job) {
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    for (JsonNode one : manifests.get("Job", job).at("/spec/template/spec/containers/0/env")) {
      assertFalse(variables.has(one.path("name").asText()), one + " is there twice");
      variables.set(one.path("name").asText(), one);
    }
    return variables;
  }

  @Test
  void aFieldThatNoModelKnowsIsFound() {
    // Given
    JsonNode deployment = Chart.manifests().get("Deployment", "cotejo-ocr-service").deepCopy();
    ((ObjectNode) deployment.at("/spec/template/spec/containers/0")).put("resource", "none");
    // When
    List<String> faults = StrictTypes.faults(deployment);
    // Then
    assertEquals(
        List.of("apps/v1 Deployment knows no spec.template.spec.containers[].resource"), faults);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyObjectHasANameOfItsOwn(Variant variant) {
    // When
    Manifests manifests = Chart.manifests(variant);
    // Then
    Set<String> seen = new HashSet<>();
    for (JsonNode object : manifests.objects()) {
      assertTrue(seen.add(object.path("kind").asText() + " " + Manifests.name(object)));
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyPodKeepsToTheRestrictedSecurityStandard(Variant variant) {
    for (JsonNode pod : Chart.manifests(variant).pods()) {
      // When
      JsonNode spec = pod.path("spec");
      // Then
      assertFalse(spec.path("automountServiceAccountToken").asBoolean(true));
      assertTrue(spec.at("/securityContext/runAsNonRoot").asBoolean());
      assertEquals("RuntimeDefault", spec.at("/securityContext/seccompProfile/type").asText());
      assertTrue(spec.path("hostNetwork").isMissingNode());
      Manifests.each(spec.path("volumes"))
          .forEach(volume -> assertTrue(volume.path("hostPath").isMissingNode()));
      for (JsonNode container : spec.path("containers")) {
        JsonNode security = container.path("securityContext");
        assertFalse(security.path("allowPrivilegeEscalation").asBoolean(true));
        assertTrue(security.path("readOnlyRootFilesystem").asBoolean());
        assertEquals("ALL", security.at("/capabilities/drop/0").asText());
        assertTrue(container.at("/resources/requests/cpu").isTextual());
        assertTrue(container.at("/resources/limits/memory").isTextual());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void theProcessesThatReadFitIntoTheirPod(Variant variant) {
    // Given
    Manifests manifests = Chart.manifests(variant);
    JsonNode container =
        manifests.get("Deployment", "cotejo-ocr-service").at("/spec/template/spec/containers/0");
    String java = container.path("env").toString();
    Matcher heap = Pattern.compile("-Xmx([0-9]+)m").matcher(java);
    assertTrue(heap.find(), java);
    String worker =
        manifests
            .get("ConfigMap", "cotejo-ocr-service")
            .at("/data/COTEJO_RECOGNITION_WORKER_RESIDENT")
            .asText();
    // When
    long workers = container.at("/resources/limits/cpu").asLong();
    long needed =
        mebibytes(heap.group(1) + "M") + OF_THE_JVM_MEBIBYTES + workers * mebibytes(worker);
    long given = mebibytes(container.at("/resources/limits/memory").asText());
    // Then
    assertTrue(workers > 0);
    assertTrue(given >= needed, given + " for " + needed);
  }

  /** Of {@code 2Gi}, {@code 640Mi} and {@code 640M}, which Quarkus takes for mebibytes as well. */
  private static long mebibytes(String size) {
    long number = Long.parseLong(size.replaceAll("[^0-9]", ""));
    return size.contains("G") ? number * 1024 : number;
  }

  @ParameterizedTest
  @MethodSource("variants")
  void whatIsMountedIsThere(Variant variant) {
    for (JsonNode pod : Chart.manifests(variant).pods()) {
      // When
      Set<String> volumes = new HashSet<>();
      Manifests.each(pod.at("/spec/volumes"))
          .forEach(one -> volumes.add(one.path("name").asText()));
      Set<String> mounts = new HashSet<>();
      Manifests.each(pod.at("/spec/containers/0/volumeMounts"))
          .forEach(one -> mounts.add(one.path("name").asText()));
      // Then
      assertEquals(volumes, mounts);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void nothingIsScaledTwice(Variant variant) {
    // Given
    Manifests manifests = Chart.manifests(variant);
    // When
    List<String> scaled =
        Stream.concat(manifests.of("HorizontalPodAutoscaler"), manifests.of("ScaledObject"))
            .map(object -> object.at("/spec/scaleTargetRef/name").asText())
            .toList();
    // Then
    assertEquals(Set.copyOf(scaled).size(), scaled.size());
    for (JsonNode deployment : manifests.of("Deployment").toList()) {
      assertEquals(
          scaled.contains(Manifests.name(deployment)),
          deployment.at("/spec/replicas").isMissingNode(),
          Manifests.name(deployment));
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void whatIsReferredToExistsOrIsOneOfTheSecretsThatTheInstitutionGives(Variant variant) {
    // Given
    Manifests manifests = Chart.manifests(variant);
    for (JsonNode pod : manifests.pods()) {
      for (JsonNode source : pod.at("/spec/containers/0/envFrom")) {
        // Then
        manifests.get("ConfigMap", source.at("/configMapRef/name").asText());
      }
      String account = pod.at("/spec/serviceAccountName").asText("");
      assertTrue(account.isEmpty() || manifests.find("ServiceAccount", account).isPresent());
    }
    for (JsonNode login : manifests.of("TriggerAuthentication").toList()) {
      for (JsonNode from : login.at("/spec/configMapTargetRef")) {
        JsonNode map = manifests.get("ConfigMap", from.path("name").asText());
        assertTrue(map.path("data").has(from.path("key").asText()));
      }
    }
    for (JsonNode object : manifests.of("ScaledObject").toList()) {
      for (JsonNode trigger : object.at("/spec/triggers")) {
        JsonNode name = trigger.at("/authenticationRef/name");
        assertTrue(
            name.isMissingNode()
                || manifests.find("TriggerAuthentication", name.asText()).isPresent());
      }
    }
  }

  @Test
  void externalSecretsMakeEverySecretThatPodsRead() {
    // Given
    Manifests manifests =
        Chart.manifests(
            new Variant(
                "",
                List.of(),
                Map.of(
                    "externalSecrets.enabled",
                    true,
                    "externalSecrets.store.name",
                    "vault",
                    "topics.kind",
                    "job",
                    "topics.job.secret",
                    "topics-admin",
                    "index.apiKeySecret.name",
                    "index-admin")));
    for (JsonNode pod : manifests.pods()) {
      for (JsonNode variable : pod.at("/spec/containers/0/env")) {
        JsonNode key = variable.at("/valueFrom/secretKeyRef");
        if (key.isObject()) {
          // When
          JsonNode external = manifests.get("ExternalSecret", key.path("name").asText());
          // Then
          assertTrue(
              Manifests.each(external.at("/spec/data"))
                  .anyMatch(data -> data.path("secretKey").equals(key.path("key"))),
              key.toString());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.cotejo.operations.Chart#wrong")
  void aWrongValueIsRefused(Variant wrong) {
    // When
    RuntimeException refusal =
        assertThrows(RuntimeException.class, () -> Chart.render(wrong), wrong.name());
    // Then
    assertTrue(String.valueOf(refusal.getMessage()).contains("schema"), refusal.getMessage());
  }

  @Test
  void helmFindsNoFault() {
    // When
    LintResult result = new Helm(Repository.CHART).lint().strict().call();
    // Then
    assertFalse(result.isFailed(), () -> String.join("\n", result.getMessages()));
  }
}
