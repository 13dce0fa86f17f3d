package org.cotejo.images.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cotejo.images.ImageRefused;

/**
 * What Helm makes of the chart.
 *
 * @param objects of Kubernetes, without hooks
 */
record RenderedChart(List<JsonNode> objects) {
  static final String RELEASE = "cotejo";

  /** Helm takes a cluster of its own age unless told otherwise; the chart wants 1.30 or later. */
  private static final String KUBERNETES = "1.33.0";

  RenderedChart {
    objects = List.copyOf(objects);
  }

  /**
   * Renders the chart.
   *
   * @param values files beside the chart's own values
   * @param settings as {@code helm --set} takes them, by their path
   * @throws ImageRefused when Helm refuses them
   */
  static RenderedChart of(Path chart, List<Path> values, Map<String, String> settings) {
    try {
      TemplateCommand command =
          new Helm(chart).template().withName(RELEASE).withKubeVersion(KUBERNETES);
      values.forEach(command::withValuesFile);
      settings.forEach(command::set);
      return parse(command.call());
    } catch (RuntimeException refused) {
      throw new ImageRefused("The chart cannot be rendered: " + refused.getMessage(), refused);
    }
  }

  static RenderedChart parse(String yaml) {
    YAMLMapper mapper = new YAMLMapper();
    try (MappingIterator<JsonNode> documents = mapper.readerFor(JsonNode.class).readValues(yaml)) {
      return new RenderedChart(
          documents.readAll().stream().filter(one -> one != null && one.isObject()).toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  JsonNode get(String kind, String name) {
    return objects.stream()
        .filter(one -> one.path("kind").asText().equals(kind))
        .filter(one -> one.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new ImageRefused("The chart renders no " + kind + " " + name + "."));
  }
}
