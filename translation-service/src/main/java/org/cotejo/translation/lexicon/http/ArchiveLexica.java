package org.cotejo.translation.lexicon.http;

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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cotejo.problems.Problem;
import org.cotejo.translation.bitext.objects.ReadingTextJson;
import org.cotejo.translation.lexicon.LanguagePair;
import org.cotejo.translation.lexicon.LexiconEntry;
import org.cotejo.translation.lexicon.LexiconVersion;
import org.cotejo.translation.lexicon.store.LexiconLedger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * How the archive's translators render a word. Its words come from public documents alone, so
 * anyone may ask.
 */
@Path("/v1/lexicon/{source}/{target}")
@Blocking
@Tag(name = "lexicon", description = "Words and their translations, learned from the archive")
public class ArchiveLexica {
  private static final int MOST_TRANSLATIONS = 50;
  private static final int LONGEST_WORD = 100;

  private final LexiconLedger ledger;

  @Inject
  public ArchiveLexica(LexiconLedger ledger) {
    this.ledger = ledger;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The translations of a word",
      description =
          "Learned from the links of public documents; case and accents of the word do not count."
              + " probability is the share of the word's occurrences that a translation renders.")
  @APIResponse(responseCode = "200", description = "The translations, the most probable first")
  @APIResponse(responseCode = "400", description = "No word, or no number of translations")
  @APIResponse(responseCode = "404", description = "No lexicon of these languages")
  public ObjectNode translations(
      @PathParam("source") String source,
      @PathParam("target") String target,
      @QueryParam("word") @DefaultValue("") String word,
      @QueryParam("limit") @DefaultValue("10") int limit) {
    if (word.isBlank() || word.length() > LONGEST_WORD) {
      throw Problem.of(
          400,
          "lexicon.word",
          "No word",
          "Name a word of at most " + LONGEST_WORD + " characters as word.");
    }
    if (limit < 1 || limit > MOST_TRANSLATIONS) {
      throw Problem.of(
          400, "lexicon.limit", "No such limit", "limit is 1 to " + MOST_TRANSLATIONS + ".");
    }
    LexiconVersion version =
        LanguagePair.of(source, target)
            .flatMap(ledger::latest)
            .orElseThrow(() -> Problem.notFound("lexicon"));
    boolean firstToSecond = version.pair().startsWith(source);
    String plain = word.strip();
    return answer(
        version, firstToSecond, plain, ledger.translations(version, firstToSecond, plain, limit));
  }

  private static ObjectNode answer(
      LexiconVersion version, boolean firstToSecond, String word, List<LexiconEntry> entries) {
    LanguagePair pair = version.pair();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("sourceLanguage", firstToSecond ? pair.first() : pair.second());
    answer.put("targetLanguage", firstToSecond ? pair.second() : pair.first());
    answer.put("word", word);
    ObjectNode lexicon = answer.putObject("lexicon");
    lexicon.put("version", version.number());
    lexicon.put("madeAt", version.madeAt().toString());
    lexicon.put("documentCount", version.documents().size());
    lexicon.put("linkCount", version.links());
    ArrayNode translations = answer.putArray("translations");
    for (LexiconEntry entry : entries) {
      double there = ReadingTextJson.rounded(entry.firstToSecond());
      double back = ReadingTextJson.rounded(entry.secondToFirst());
      translations
          .addObject()
          .put("word", firstToSecond ? entry.first() : entry.second())
          .put("translation", firstToSecond ? entry.second() : entry.first())
          .put("probability", firstToSecond ? there : back)
          .put("reverseProbability", firstToSecond ? back : there)
          .put("linkCount", entry.links())
          .put("documentCount", entry.documents());
    }
    return answer;
  }
}
