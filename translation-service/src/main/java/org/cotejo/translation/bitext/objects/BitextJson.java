package org.cotejo.translation.bitext.objects;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.segmentation.EditorialAnnotation;
import org.cotejo.translation.segmentation.Segment;

/** Writes {@code cotejo.bitext.v1}. */
public final class BitextJson {
  private BitextJson() {}

  /** The file of a bitext. */
  public static ObjectNode write(UUID documentId, Bitext bitext) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("schema", "cotejo.bitext.v1");
    file.put("documentId", documentId.toString());
    file.put("sourceLanguage", bitext.sourceLanguage());
    file.put("language", bitext.language());
    if (!bitext.translator().isEmpty()) {
      file.put("translator", bitext.translator());
    }
    file.putObject("method")
        .put("name", bitext.method().name())
        .put("version", bitext.method().version())
        .put("fingerprint", bitext.method().fingerprint());
    writeTarget(file.putObject("target"), bitext);
    ArrayNode links = file.putArray("links");
    for (Link link : bitext.links()) {
      ObjectNode json = links.addObject();
      ids(json.putArray("source"), "s", link.source());
      ids(json.putArray("target"), "t", link.target());
      json.put("confidence", ReadingTextJson.rounded(link.confidence()));
      json.put("method", bitext.method().name());
    }
    ObjectNode unlinked = file.putObject("unlinked");
    reasons(unlinked.putArray("source"), "s", bitext.unlinkedSource(), "omitted");
    reasons(unlinked.putArray("target"), "t", bitext.unlinkedTarget(), "added");
    return file;
  }

  private static void writeTarget(ObjectNode target, Bitext bitext) {
    target.put("text", bitext.text());
    ArrayNode segments = target.putArray("segments");
    for (int k = 0; k < bitext.segments().size(); k++) {
      Segment segment = bitext.segments().get(k);
      segments
          .addObject()
          .put("id", "t" + (k + 1))
          .put("start", segment.start())
          .put("end", segment.end())
          .put("kind", segment.kind().wireName())
          .put("paragraph", segment.paragraph());
    }
    ArrayNode annotations = target.putArray("annotations");
    for (EditorialAnnotation annotation : bitext.annotations()) {
      annotations
          .addObject()
          .put("start", annotation.start())
          .put("end", annotation.end())
          .put("kind", annotation.kind().name().toLowerCase(Locale.ROOT));
    }
  }

  private static void ids(ArrayNode array, String prefix, List<Integer> indices) {
    indices.forEach(index -> array.add(prefix + (index + 1)));
  }

  private static void reasons(
      ArrayNode array, String prefix, List<Integer> indices, String reason) {
    indices.forEach(
        index -> array.addObject().put("segment", prefix + (index + 1)).put("reason", reason));
  }
}
