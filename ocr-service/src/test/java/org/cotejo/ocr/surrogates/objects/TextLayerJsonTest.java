package org.cotejo.ocr.surrogates.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.cotejo.ocr.surrogates.TextLayer;
import org.junit.jupiter.api.Test;

class TextLayerJsonTest {
  private final JsonMapper mapper = JsonMapper.builder().build();

  @Test
  void layerComesBackAsItWas() throws Exception {
    // Given
    TextLayer layer =
        new TextLayer(
            List.of(
                new TextLayer.Paragraph(
                    List.of(
                        new TextLayer.Line(
                            List.of(word("práctico", 10.5, 20), word("\uFFFD\"\n", 99, 20.1))),
                        new TextLayer.Line(List.of(word("ﬁn", 10, 45))))),
                new TextLayer.Paragraph(List.of(new TextLayer.Line(List.of(word("—", 10, 90)))))),
            true,
            0.25,
            0.75);
    // When
    byte[] file = mapper.writeValueAsBytes(TextLayerJson.of(mapper, layer));
    // Then
    assertEquals(layer, TextLayerJson.textLayer(mapper.readTree(file)));
  }

  @Test
  void halfCharactersDoNotBreakTheFile() throws Exception {
    // Given
    TextLayer layer =
        new TextLayer(
            List.of(
                new TextLayer.Paragraph(
                    List.of(new TextLayer.Line(List.of(word("a\uD83Db", 1, 1)))))),
            false,
            0,
            1);
    // When
    byte[] file = mapper.writeValueAsBytes(TextLayerJson.of(mapper, layer));
    // Then
    assertEquals(layer, TextLayerJson.textLayer(mapper.readTree(file)));
    assertEquals(
        "a\uFFFDb", layer.paragraphs().getFirst().lines().getFirst().words().getFirst().text());
  }

  @Test
  void otherFilesAreNoLayers() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TextLayerJson.textLayer(mapper.readTree("{\"schema\":\"cotejo.surrogate.v1\"}")));
  }

  @Test
  void standsBesideItsImage() {
    assertEquals("surrogates/a/b/3.text.json", TextLayerJson.keyBeside("surrogates/a/b/3.png"));
  }

  private static TextLayer.Word word(String text, double x, double y) {
    return new TextLayer.Word(text, new Rectangle2D.Double(x, y, 40, 12.5));
  }
}
