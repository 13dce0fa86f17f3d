package org.cotejo.translation.lexicon.objects;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.objects.MalformedFile;
import org.cotejo.translation.lexicon.ArchiveLexicon;

/** The lexica in the object store, named by their languages and their digest. */
@ApplicationScoped
public class LexiconFiles {
  private static final String JSON = "application/json";

  private final ObjectStore store;
  private final LexiconLimits limits;
  private final ObjectMapper mapper = JsonMapper.builder().build();

  @Inject
  public LexiconFiles(ObjectStore store, LexiconLimits limits) {
    this.store = store;
    this.limits = limits;
  }

  /**
   * A lexicon that was kept.
   *
   * @throws MalformedFile when it breaks its schema
   */
  public ArchiveLexicon read(StoredObject file) {
    byte[] content =
        store.readVerified(
            new ObjectKey(file.objectKey()), Digest.parse(file.digest()), limits.fileBytes());
    try {
      return LexiconJson.read(mapper.readTree(content));
    } catch (IOException broken) {
      throw new MalformedFile("JSON file", "it cannot be parsed");
    }
  }

  /** Keeps a lexicon; the same one has the same file. */
  public StoredObject keep(ArchiveLexicon lexicon, String fingerprint) {
    byte[] content =
        LexiconJson.write(lexicon, fingerprint).toString().getBytes(StandardCharsets.UTF_8);
    Digest digest = Digest.of(content);
    String key = "lexicons/" + lexicon.pair().name() + "/" + digest.hex() + ".json";
    store.putIfAbsent(new ObjectKey(key), digest, JSON, content);
    return new StoredObject(key, digest.toString(), JSON, content.length);
  }
}
