package org.cotejo.translation.wordlinks.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.http.AlignedDocuments;
import org.cotejo.translation.bitext.http.ConditionalAnswer;
import org.cotejo.translation.bitext.objects.BitextFiles;
import org.cotejo.translation.bitext.objects.ReadingTextJson;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.collation.WordLink;
import org.cotejo.translation.collation.WordLinks;
import org.cotejo.translation.collation.http.BoundedCollator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which words stand for each other inside the links of a bitext. */
@Path("/v1/documents/{id}/bitexts/{language}/word-links")
@Blocking
@Tag(name = "texts", description = "Transcriptions, reading texts and bitexts")
public class WordLinksOfBitext {
  private final AlignedDocuments documents;
  private final BitextFiles files;
  private final BoundedCollator collator;

  @Inject
  public WordLinksOfBitext(
      AlignedDocuments documents, BitextFiles files, BoundedCollator collator) {
    this.documents = documents;
    this.files = files;
    this.collator = collator;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The words that stand for each other",
      description =
          "Dates and numbers by value, names across spellings and scripts, content words; for each"
              + " link of the bitext, or for those of one segment (segment=s3 or t4). Offsets are"
              + " UTF-16 code units of the whole text of a side.")
  @APIResponse(responseCode = "200", description = "The word links, by link")
  @APIResponse(responseCode = "304", description = "What you have is up to date")
  @APIResponse(
      responseCode = "404",
      description = "No such bitext, not aligned yet, withdrawn, or not for you")
  @APIResponse(responseCode = "422", description = "The texts are too long")
  @APIResponse(responseCode = "503", description = "Too many ask for it; try again")
  public Response wordLinks(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @QueryParam("segment") @DefaultValue("") String segment,
      @Context Request request) {
    KeptAlignment alignment = documents.visible(id);
    StoredObject file = AlignedDocuments.bitext(alignment, language);
    return ConditionalAnswer.json(
        request,
        alignment,
        file.digest() + "-words-" + WordLinks.VERSION,
        () -> answer(id, alignment, file, segment));
  }

  private ObjectNode answer(String id, KeptAlignment alignment, StoredObject file, String segment) {
    Reading reading = files.reading(AlignedDocuments.readingText(alignment));
    Bitext bitext = files.bitext(file);
    List<List<WordLink>> words = collator.wordLinks(reading, bitext);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("documentId", id);
    answer.put("revision", alignment.revision());
    answer.put("alignmentVersion", alignment.version());
    answer.put("sourceLanguage", bitext.sourceLanguage());
    answer.put("language", bitext.language());
    ArrayNode links = answer.putArray("links");
    for (int k = 0; k < words.size(); k++) {
      Link link = bitext.links().get(k);
      if (segment.isEmpty() || holds(link, segment)) {
        ObjectNode json = links.addObject();
        ids(json.putArray("source"), "s", link.source());
        ids(json.putArray("target"), "t", link.target());
        ArrayNode array = json.putArray("words");
        words.get(k).forEach(word -> array.add(word(word, reading, bitext)));
      }
    }
    return answer;
  }

  private static ObjectNode word(WordLink word, Reading reading, Bitext bitext) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", word.kind().name().toLowerCase(Locale.ROOT));
    json.put("confidence", ReadingTextJson.rounded(word.confidence()));
    ObjectNode source = json.putObject("source");
    put(source, word.source(), reading.text().text());
    ArrayNode boxes = source.putArray("boxes");
    reading
        .text()
        .boxesOf(word.source().start(), word.source().end())
        .forEach(box -> boxes.add(ReadingTextJson.box(box)));
    put(json.putObject("target"), word.target(), bitext.text());
    return json;
  }

  private static void put(ObjectNode json, WordLink.Span span, String text) {
    json.put("start", span.start());
    json.put("end", span.end());
    json.put("text", text.substring(span.start(), span.end()));
  }

  private static boolean holds(Link link, String segment) {
    return link.source().stream().anyMatch(index -> segment.equals("s" + (index + 1)))
        || link.target().stream().anyMatch(index -> segment.equals("t" + (index + 1)));
  }

  private static void ids(ArrayNode array, String prefix, List<Integer> indices) {
    indices.forEach(index -> array.add(prefix + (index + 1)));
  }
}
