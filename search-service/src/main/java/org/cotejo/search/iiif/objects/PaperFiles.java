package org.cotejo.search.iiif.objects;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.ObjectStoreException;
import org.cotejo.search.iiif.PlacedLine;
import org.cotejo.search.projection.Passage;
import org.cotejo.search.projection.objects.PaperReader;

/** What the object store holds of a document, beyond what the index has. */
@ApplicationScoped
public class PaperFiles {
  private final ObjectStore objects;
  private final PaperReader reader;

  @Inject
  public PaperFiles(ObjectStore objects, PaperReader reader) {
    this.objects = objects;
    this.reader = reader;
  }

  /** The catalogue record of a revision. */
  public Optional<JsonNode> record(UUID id, long revision) {
    try {
      return Optional.of(
          reader.read(new ObjectKey("documents/%s/records/%010d.json".formatted(id, revision))));
    } catch (ObjectStoreException.ObjectMissing _) {
      return Optional.empty();
    }
  }

  /** The lines of each page of the original. */
  public Map<Integer, List<PlacedLine>> lines(UUID id) {
    return aligned(id).map(reader::original).map(PlacedLine::byPage).orElse(Map.of());
  }

  /** The sentences of the original. */
  public List<Passage> original(UUID id) {
    return aligned(id).map(reader::passages).orElse(List.of()).stream()
        .filter(passage -> passage.role() == Passage.Role.ORIGINAL)
        .toList();
  }

  /** The passages of a translation. */
  public List<Passage> translated(UUID id, String language) {
    return aligned(id).map(reader::passages).orElse(List.of()).stream()
        .filter(passage -> passage.role() == Passage.Role.TRANSLATION)
        .filter(passage -> passage.language().equals(language))
        .toList();
  }

  /** The latest alignment; names sort by revision and version. */
  private Optional<JsonNode> aligned(UUID id) {
    try (Stream<ObjectKey> keys = objects.list("documents/%s/alignments/".formatted(id))) {
      return keys.max(Comparator.comparing(ObjectKey::value)).map(reader::read);
    }
  }
}
