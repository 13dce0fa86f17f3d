package org.cotejo.operations;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Objects read by the models of their makers. A field that a model does not know does not come out
 * of it again, which is how a wrong name or place shows.
 */
final class StrictTypes {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final Map<String, Class<?>> MODELS =
      Map.ofEntries(
          Map.entry("v1 ConfigMap", ConfigMap.class),
          Map.entry("v1 Service", Service.class),
          Map.entry("v1 ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("batch/v1 Job", Job.class),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
          Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
          Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class),
          Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class),
          Map.entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
          Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
          Map.entry("kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class),
          Map.entry("kafka.strimzi.io/v1 KafkaUser", KafkaUser.class));

  /** No models are published of these; the fields that we use are written down here. */
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "keda.sh/v1alpha1 ScaledObject",
          Set.of(
              "spec.scaleTargetRef.apiVersion",
              "spec.scaleTargetRef.kind",
              "spec.scaleTargetRef.name",
              "spec.minReplicaCount",
              "spec.maxReplicaCount",
              "spec.pollingInterval",
              "spec.cooldownPeriod",
              "spec.triggers[].type",
              "spec.triggers[].metadata.bootstrapServers",
              "spec.triggers[].metadata.consumerGroup",
              "spec.triggers[].metadata.topic",
              "spec.triggers[].metadata.lagThreshold",
              "spec.triggers[].metadata.offsetResetPolicy",
              "spec.triggers[].metadata.sasl",
              "spec.triggers[].metadata.tls",
              "spec.triggers[].authenticationRef.name"),
          "keda.sh/v1alpha1 TriggerAuthentication",
          Set.of(
              "spec.configMapTargetRef[].parameter",
              "spec.configMapTargetRef[].name",
              "spec.configMapTargetRef[].key",
              "spec.secretTargetRef[].parameter",
              "spec.secretTargetRef[].name",
              "spec.secretTargetRef[].key"),
          "external-secrets.io/v1 ExternalSecret",
          Set.of(
              "spec.refreshInterval",
              "spec.secretStoreRef.name",
              "spec.secretStoreRef.kind",
              "spec.target.name",
              "spec.target.creationPolicy",
              "spec.data[].secretKey",
              "spec.data[].remoteRef.key",
              "spec.data[].remoteRef.property"));

  private StrictTypes() {}

  /** What is wrong with an object; empty when its model knows every field. */
  static List<String> faults(JsonNode object) {
    String type = object.path("apiVersion").asText() + " " + object.path("kind").asText();
    Set<String> written = new TreeSet<>();
    paths(object, "", written);
    if (FIELDS.containsKey(type)) {
      written.removeIf(path -> !path.startsWith("spec"));
      written.removeAll(FIELDS.get(type));
      return written.stream().map(path -> type + " knows no " + path).toList();
    }
    Class<?> model = MODELS.get(type);
    if (model == null) {
      return List.of("no model of " + type);
    }
    try {
      Object typed = MAPPER.treeToValue(object, model);
      Extras.remove(typed);
      JsonNode back = MAPPER.valueToTree(typed);
      Set<String> known = new TreeSet<>();
      paths(back, "", known);
      written.removeAll(known);
      return written.stream().map(path -> type + " knows no " + path).toList();
    } catch (com.fasterxml.jackson.core.JacksonException invalid) {
      return List.of(type + ": " + invalid.getOriginalMessage());
    }
  }

  /** Paths of all values that are no objects; arrays as {@code []}. */
  private static void paths(JsonNode node, String path, Set<String> into) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(
              field ->
                  paths(
                      field.getValue(),
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      into));
    } else if (node.isArray() && !node.isEmpty()) {
      node.valueStream().forEach(one -> paths(one, path + "[]", into));
    } else {
      into.add(path);
    }
  }
}
