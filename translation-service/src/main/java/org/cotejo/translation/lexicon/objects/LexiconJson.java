package org.cotejo.translation.lexicon.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.translation.bitext.objects.MalformedFile;
import org.cotejo.translation.bitext.objects.ReadingTextJson;
import org.cotejo.translation.lexicon.ArchiveLexicon;
import org.cotejo.translation.lexicon.LanguagePair;
import org.cotejo.translation.lexicon.LexiconEntry;

/** Writes and reads {@code cotejo.lexicon.v1}. */
public final class LexiconJson {
  private static final String SCHEMA = "cotejo.lexicon.v1";

  private LexiconJson() {}

  /** The file of a lexicon; the same lexicon has the same file. */
  public static ObjectNode write(ArchiveLexicon lexicon, String fingerprint) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("schema", SCHEMA);
    file.putArray("languages").add(lexicon.pair().first()).add(lexicon.pair().second());
    file.put("fingerprint", fingerprint);
    file.put("documentCount", lexicon.documents());
    file.put("linkCount", lexicon.links());
    ArrayNode entries = file.putArray("entries");
    for (LexiconEntry entry : lexicon.entries()) {
      ObjectNode json = entries.addObject();
      json.putArray("words").add(entry.first()).add(entry.second());
      json.putArray("probabilities")
          .add(ReadingTextJson.rounded(entry.firstToSecond()))
          .add(ReadingTextJson.rounded(entry.secondToFirst()));
      json.put("linkCount", entry.links());
      json.put("documentCount", entry.documents());
    }
    return file;
  }

  /**
   * The lexicon of a file, its probabilities as rounded there.
   *
   * @throws MalformedFile when it is of another schema or breaks it
   */
  public static ArchiveLexicon read(JsonNode file) {
    if (!SCHEMA.equals(file.path("schema").asText())) {
      throw new MalformedFile(SCHEMA, "it is of schema " + file.path("schema").asText("none"));
    }
    try {
      List<LexiconEntry> entries = new ArrayList<>();
      for (JsonNode entry : file.path("entries")) {
        entries.add(
            new LexiconEntry(
                entry.path("words").path(0).asText(),
                entry.path("words").path(1).asText(),
                entry.path("probabilities").path(0).asDouble(),
                entry.path("probabilities").path(1).asDouble(),
                entry.path("linkCount").asInt(),
                entry.path("documentCount").asInt()));
      }
      JsonNode languages = file.path("languages");
      return new ArchiveLexicon(
          new LanguagePair(languages.path(0).asText(), languages.path(1).asText()),
          file.path("documentCount").asInt(),
          file.path("linkCount").asInt(),
          entries);
    } catch (IllegalArgumentException invalid) {
      throw new MalformedFile(SCHEMA, String.valueOf(invalid.getMessage()));
    }
  }
}
