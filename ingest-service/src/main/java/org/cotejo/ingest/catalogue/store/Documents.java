package org.cotejo.ingest.catalogue.store;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds documents. */
@ApplicationScoped
public class Documents {

  /**
   * What a list shows.
   *
   * @param state only documents of this state
   * @param collection only documents of this collection
   * @param language only documents with this original language
   * @param after only documents after this one
   * @param onlyOpen only documents that everybody may see
   * @param withWithdrawn also withdrawn ones
   */
  public record Filter(
      Optional<String> state,
      Optional<String> collection,
      Optional<String> language,
      Optional<UUID> after,
      boolean onlyOpen,
      boolean withWithdrawn) {}

  /** A document by its id. */
  @Transactional
  public Optional<DocumentEntity> find(UUID id) {
    return DocumentEntity.findByIdOptional(id);
  }

  /** A document for a change; others wait until the caller's transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<DocumentEntity> lock(UUID id) {
    return DocumentEntity.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The files of a document, originals first, each role in its order. */
  @Transactional
  public List<DocumentFileEntity> files(UUID id) {
    return DocumentFileEntity.list(
        "documentId = ?1 order by case role when 'original' then 0 when 'translation' then 1 else 2"
            + " end, ordinal",
        id);
  }

  /** Documents in the order of their accession. */
  @Transactional
  public List<DocumentEntity> list(Filter filter, int limit) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, Object> values = new HashMap<>();
    filter.state().ifPresent(state -> condition(conditions, values, "state", state));
    filter.collection().ifPresent(name -> condition(conditions, values, "collection", name));
    if (filter.language().isPresent()) {
      conditions.add("concat(',', originalLanguages, ',') like concat('%,', :language, ',%')");
      values.put("language", filter.language().get());
    }
    if (filter.after().isPresent()) {
      conditions.add("id > :after");
      values.put("after", filter.after().get());
    }
    if (filter.onlyOpen()) {
      conditions.add(
          "(accessLevel = 'public' or (accessLevel = 'embargoed' and accessUntil <= current_date))");
    }
    if (!filter.withWithdrawn()) {
      conditions.add("state <> 'withdrawn'");
    }
    return DocumentEntity.<DocumentEntity>find(
            String.join(" and ", conditions) + " order by id", values)
        .page(Page.ofSize(limit))
        .list();
  }

  private static void condition(
      List<String> conditions, Map<String, Object> values, String field, String value) {
    conditions.add(field + " = :" + field);
    values.put(field, value);
  }
}
