package org.cotejo.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of a rendered chart. */
record Manifests(List<JsonNode> objects) {

  Manifests {
    objects = List.copyOf(objects);
  }

  static Manifests parse(String text) {
    return new Manifests(
        Stream.of(text.split("(?m)^---$"))
            .map(part -> Serialization.<JsonNode>unmarshal(part, JsonNode.class))
            .filter(part -> part != null && part.isObject() && !part.isEmpty())
            .toList());
  }

  Stream<JsonNode> of(String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
  }

  Optional<JsonNode> find(String kind, String name) {
    return of(kind).filter(object -> name(object).equals(name)).findFirst();
  }

  JsonNode get(String kind, String name) {
    return find(kind, name).orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  /** Templates of pods, of Deployments and Jobs. */
  List<JsonNode> pods() {
    return Stream.concat(of("Deployment"), of("Job"))
        .map(object -> object.path("spec").path("template"))
        .toList();
  }

  static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }

  /** The elements of an array, in order. */
  static Stream<JsonNode> each(JsonNode array) {
    return array.valueStream();
  }
}
