package org.cotejo.search.lexicon.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.search.lexicon.Lexicon;
import org.cotejo.search.lexicon.LexiconLimits;
import org.cotejo.search.lexicon.Published;

/** Reads files of the schema {@code cotejo.lexicon.v1}, each checked against its digest. */
@ApplicationScoped
public class LexiconFiles {
  private static final String SCHEMA = "cotejo.lexicon.v1";

  private final ObjectStore objects;
  private final LexiconLimits limits;
  private final long maximumBytes;
  private final JsonMapper mapper = JsonMapper.builder().build();

  @Inject
  public LexiconFiles(ObjectStore objects, LexiconConfig config) {
    this(
        objects,
        new LexiconLimits(config.leastProbability(), config.renderings(), config.entries()),
        config.fileBytes());
  }

  LexiconFiles(ObjectStore objects, LexiconLimits limits, long maximumBytes) {
    this.objects = objects;
    this.limits = limits;
    this.maximumBytes = maximumBytes;
  }

  /** A file that is no lexicon. */
  public static final class NoLexicon extends RuntimeException {
    NoLexicon(String reason) {
      super(reason);
    }
  }

  /**
   * Both directions of a published lexicon.
   *
   * @throws NoLexicon when the file is of another schema or not JSON
   * @throws org.cotejo.objects.ObjectStoreException when it cannot be read
   */
  public List<Lexicon> read(Published published) {
    byte[] content =
        objects.readVerified(
            new ObjectKey(published.objectKey()), Digest.parse(published.digest()), maximumBytes);
    JsonNode file;
    try {
      file = mapper.readTree(content);
    } catch (IOException invalid) {
      throw new NoLexicon(published.objectKey() + " is not JSON");
    }
    JsonNode languages = file.path("languages");
    if (!SCHEMA.equals(file.path("schema").asText()) || languages.size() != 2) {
      throw new NoLexicon(published.objectKey() + " is not of schema " + SCHEMA);
    }
    return Lexicon.of(
        languages.path(0).asText(), languages.path(1).asText(), entries(file), limits);
  }

  private List<Lexicon.Entry> entries(JsonNode file) {
    List<Lexicon.Entry> entries = new ArrayList<>();
    for (JsonNode entry : file.path("entries")) {
      if (entries.size() == limits.entries()) {
        return entries;
      }
      entries.add(
          new Lexicon.Entry(
              entry.path("words").path(0).asText(),
              entry.path("words").path(1).asText(),
              entry.path("probabilities").path(0).asDouble(),
              entry.path("probabilities").path(1).asDouble()));
    }
    return entries;
  }
}
