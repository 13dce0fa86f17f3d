package org.cotejo.search.retrieval.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cotejo.search.projection.index.DocumentIndex;
import org.cotejo.search.retrieval.AccessRule;

/**
 * Record, pages and access of single documents, without their passages.
 *
 * <p>What was read is kept with its version, and the version is asked for at every call: that costs
 * a look-up by id, while reading the source costs the more the longer a document is. A change of
 * access is a new version and so holds at once; an embargo ends by the clock.
 */
@ApplicationScoped
public class VisibleDocuments {
  /** Some kilobytes each. */
  private static final int MAXIMUM_KEPT = 2000;

  private final DocumentIndex index;
  private final Map<UUID, DocumentIndex.Indexed> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, DocumentIndex.Indexed> eldest) {
          return size() > MAXIMUM_KEPT;
        }
      };

  @Inject
  public VisibleDocuments(DocumentIndex index) {
    this.index = index;
  }

  /** A document, if it is there and roles open it. Not to be changed by the caller. */
  public Optional<ObjectNode> find(UUID id, Set<String> roles, LocalDate today) {
    return current(id)
        .map(DocumentIndex.Indexed::source)
        .filter(document -> !document.path("withdrawn").asBoolean())
        .filter(document -> allows(document, roles, today));
  }

  /**
   * A page of a document that somebody may see.
   *
   * @param open whether everybody may
   * @param display the upright image as the index has it: key, digest, media type, size in pixels
   * @param thumbnail the same of a small image
   */
  public record Page(boolean open, JsonNode display, JsonNode thumbnail) {}

  /** A page, if its document is there, roles open it and it has the page. */
  public Optional<Page> page(UUID id, int number, Set<String> roles, LocalDate today) {
    return find(id, roles, today).flatMap(document -> page(document, number));
  }

  private static Optional<Page> page(ObjectNode document, int number) {
    boolean open = "public".equals(document.path("accessLevel").asText());
    for (JsonNode page : document.path("pages")) {
      if (page.path("page").asInt() == number) {
        return Optional.of(new Page(open, page.path("display"), page.path("thumbnail")));
      }
    }
    return Optional.empty();
  }

  private Optional<DocumentIndex.Indexed> current(UUID id) {
    Optional<Long> version = index.version(id.toString());
    if (version.isEmpty()) {
      return Optional.empty();
    }
    synchronized (kept) {
      DocumentIndex.Indexed known = kept.get(id);
      if (known != null && known.version() == version.get()) {
        return Optional.of(known);
      }
    }
    Optional<DocumentIndex.Indexed> read = index.getWithout(id.toString(), List.of("passages"));
    synchronized (kept) {
      read.ifPresent(document -> kept.put(id, document));
    }
    return read;
  }

  private static boolean allows(JsonNode document, Set<String> roles, LocalDate today) {
    Optional<LocalDate> until =
        document.path("accessUntil").isTextual()
            ? Optional.of(LocalDate.parse(document.path("accessUntil").asText()))
            : Optional.empty();
    return AccessRule.allows(document.path("accessLevel").asText(), until, roles, today);
  }
}
