package org.cotejo.translation.lexicon.objects;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cotejo.translation.bitext.objects.ReadingTextJson;
import org.cotejo.translation.lexicon.ArchiveLexicon;
import org.cotejo.translation.lexicon.LexiconEntry;

/** Writes {@code cotejo.lexicon.v1}. */
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
}
