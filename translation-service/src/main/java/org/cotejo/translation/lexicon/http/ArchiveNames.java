package org.cotejo.translation.lexicon.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.cotejo.problems.Problem;
import org.cotejo.translation.lexicon.store.NameLedger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a name is spelled in other languages, with its evidence; from public documents alone. */
@Path("/v1/names")
@Blocking
@Tag(name = "lexicon", description = "Words and their translations, learned from the archive")
public class ArchiveNames {
  private static final int MOST = 100;
  private static final int LONGEST = 100;

  private final NameLedger ledger;

  @Inject
  public ArchiveNames(NameLedger ledger) {
    this.ledger = ledger;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The spellings that a name has in other languages",
      description =
          "Seen in the links of public documents; case, accents and script of the name do not"
              + " count. sample names some of the documents.")
  @APIResponse(responseCode = "200", description = "The spellings, those of most documents first")
  @APIResponse(responseCode = "400", description = "No name, or no number of spellings")
  public ObjectNode names(
      @QueryParam("name") @DefaultValue("") String name,
      @QueryParam("limit") @DefaultValue("20") int limit) {
    if (name.isBlank() || name.length() > LONGEST) {
      throw Problem.of(
          400,
          "names.name",
          "No name",
          "Give a name of at most " + LONGEST + " characters as name.");
    }
    if (limit < 1 || limit > MOST) {
      throw Problem.of(400, "names.limit", "No such limit", "limit is 1 to " + MOST + ".");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("name", name.strip());
    ArrayNode pairs = answer.putArray("pairs");
    for (NameLedger.Known known : ledger.named(name.strip(), limit)) {
      ObjectNode pair = pairs.addObject();
      ArrayNode spellings = pair.putArray("spellings");
      spellings
          .addObject()
          .put("language", known.languages().first())
          .put("name", known.pair().first());
      spellings
          .addObject()
          .put("language", known.languages().second())
          .put("name", known.pair().second());
      pair.put("linkCount", known.pair().links());
      pair.put("documentCount", known.pair().documents());
      ArrayNode sample = pair.putArray("sample");
      known.pair().sample().forEach(id -> sample.add(id.toString()));
    }
    return answer;
  }
}
