package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cotejo.operations.Chart.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of an overlay, built by kubectl over what Helm renders. */
class OverlayTest {
  private static final Path EXAMPLE = Repository.ROOT.resolve("deploy/kubernetes/overlay-example");
  private static final Variant DEFAULT = new Variant("default", List.of(), Map.of());

  @TempDir Path folder;

  @Test
  void kubectlBuildsTheOverlay() throws IOException {
    // Given
    for (String file : List.of("kustomization.yaml", "recognition-nodes.yaml")) {
      Files.copy(EXAMPLE.resolve(file), folder.resolve(file));
    }
    String rendered = Chart.render(DEFAULT);
    Files.writeString(folder.resolve("rendered.yaml"), rendered);
    // When
    Program.Outcome outcome = Program.kubectl().run(folder, "kustomize", ".");
    // Then
    assertEquals(0, outcome.status(), outcome.output());
    Manifests built =
        Manifests.parse(
            outcome
                .output()
                .lines()
                .filter(line -> !line.startsWith("# "))
                .collect(Collectors.joining("\n")));
    assertEquals(Manifests.parse(rendered).objects().size(), built.objects().size());
    for (JsonNode object : built.objects()) {
      assertEquals(List.of(), StrictTypes.faults(object));
      assertEquals(
          "digital-collections",
          object.at("/metadata/annotations/archive.example~1owner").asText());
    }
    JsonNode worker = built.get("Deployment", "cotejo-ocr-service").at("/spec/template/spec");
    assertEquals("recognition", worker.at("/nodeSelector/archive.example~1pool").asText());
    assertEquals(1, worker.path("containers").size());
  }
}
