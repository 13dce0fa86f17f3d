package org.cotejo.translation.bitext.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cotejo.translation.bitext.AlignmentResult;
import org.cotejo.translation.bitext.AlignmentResult.BitextFile;
import org.cotejo.translation.bitext.AlignmentTask;
import org.cotejo.translation.bitext.PageOutcome;
import org.cotejo.translation.bitext.StoredObject;

/** Writes the body of {@code document.aligned}. */
public final class AlignedJson {
  private AlignedJson() {}

  /** The body for what an alignment has left. */
  public static ObjectNode write(AlignmentTask task, AlignmentResult result) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("documentId", task.documentId().toString());
    data.put("alignmentVersion", task.version());
    data.set("access", AnnouncementJson.write(task.document().access()));
    data.set("record", AnnouncementJson.write(task.document().record()));
    data.put("pageCount", task.document().pageCount());
    ArrayNode failed = data.putArray("pagesFailed");
    ArrayNode pages = data.putArray("pages");
    for (PageOutcome outcome : task.progress().outcomes()) {
      if (outcome.page() > task.document().pageCount()) {
        continue;
      }
      switch (outcome) {
        case PageOutcome.Failed page -> failed.add(page.page());
        case PageOutcome.Transcribed page -> {
          ObjectNode json = pages.addObject().put("page", page.page());
          json.set("display", AnnouncementJson.write(page.display()));
          json.set("thumbnail", AnnouncementJson.write(page.thumbnail()));
          StoredObject placed = result.placed().get(page.page());
          json.set(
              "transcription",
              AnnouncementJson.write(placed == null ? page.transcription() : placed));
          if (placed != null) {
            json.set("recognition", AnnouncementJson.write(page.transcription()));
          }
        }
      }
    }
    data.set("readingText", AnnouncementJson.write(result.readingText()));
    ArrayNode bitexts = data.putArray("bitexts");
    result.bitexts().forEach(bitext -> bitexts.add(bitext(bitext)));
    return data;
  }

  private static ObjectNode bitext(BitextFile bitext) {
    ObjectNode json = AnnouncementJson.write(bitext.file()).put("language", bitext.language());
    if (!bitext.translator().isEmpty()) {
      json.put("translator", bitext.translator());
    }
    return json.put("linkCount", bitext.linkCount())
        .put("unlinkedSource", bitext.unlinkedSource())
        .put("unlinkedTarget", bitext.unlinkedTarget())
        .put("meanConfidence", bitext.meanConfidence());
  }
}
