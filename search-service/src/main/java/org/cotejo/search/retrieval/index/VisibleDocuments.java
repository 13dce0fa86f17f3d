package org.cotejo.search.retrieval.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
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
 * access is a new version and so holds at once; an embargo ends by the clock. A caller that comes
 * for many pieces of one page may take a version that was asked for a moment ago.
 */
@ApplicationScoped
public class VisibleDocuments {
  /** Some kilobytes each. */
  private static final int MAXIMUM_KEPT = 2000;

  private final DocumentIndex index;
  private final Map<UUID, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Kept> eldest) {
          return size() > MAXIMUM_KEPT;
        }
      };

  @Inject
  public VisibleDocuments(DocumentIndex index) {
    this.index = index;
  }

  /**
   * A document as it was read.
   *
   * @param askedAt nanoseconds of {@link System#nanoTime} before its version was last asked for
   * @param writes of this instance before that
   */
  private record Kept(DocumentIndex.Indexed document, long askedAt, long writes) {}

  /** A document, if it is there and roles open it. Not to be changed by the caller. */
  public Optional<ObjectNode> find(UUID id, Set<String> roles, LocalDate today) {
    return visible(current(id), roles, today);
  }

  private static Optional<ObjectNode> visible(
      Optional<DocumentIndex.Indexed> document, Set<String> roles, LocalDate today) {
    return document
        .map(DocumentIndex.Indexed::source)
        .filter(source -> !source.path("withdrawn").asBoolean())
        .filter(source -> allows(source, roles, today));
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

  /**
   * The same by what was known a moment ago: a change that another instance wrote holds when that
   * has passed; one of this instance, and the end of an embargo, hold at once.
   *
   * @param moment zero asks every time
   */
  public Optional<Page> page(
      UUID id, int number, Set<String> roles, LocalDate today, Duration moment) {
    return visible(recent(id, moment), roles, today).flatMap(document -> page(document, number));
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

  private Optional<DocumentIndex.Indexed> recent(UUID id, Duration moment) {
    long writes = index.writes();
    synchronized (kept) {
      Kept known = kept.get(id);
      if (known != null
          && known.writes == writes
          && System.nanoTime() - known.askedAt < moment.toNanos()) {
        return Optional.of(known.document);
      }
    }
    return current(id);
  }

  private Optional<DocumentIndex.Indexed> current(UUID id) {
    long writes = index.writes();
    long askedAt = System.nanoTime();
    Optional<Long> version = index.version(id.toString());
    if (version.isEmpty()) {
      return Optional.empty();
    }
    synchronized (kept) {
      Kept known = kept.get(id);
      if (known != null && known.document.version() == version.get()) {
        kept.put(id, new Kept(known.document, askedAt, writes));
        return Optional.of(known.document);
      }
    }
    Optional<DocumentIndex.Indexed> read = index.getWithout(id.toString(), List.of("passages"));
    synchronized (kept) {
      read.ifPresent(document -> kept.put(id, new Kept(document, askedAt, writes)));
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
