package org.cotejo.ingest.catalogue.store;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
   * @param sight what the caller may see
   */
  public record Filter(
      Optional<String> state,
      Optional<String> collection,
      Optional<String> language,
      Optional<UUID> after,
      Sight sight) {}

  /**
   * What a caller may see.
   *
   * @param everything also embargoed and withdrawn documents
   * @param restricted also restricted documents
   * @param own also documents that this person submitted
   */
  public record Sight(boolean everything, boolean restricted, Optional<String> own) {}

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

  /** The files of each of several documents, in the order of {@link #files(UUID)}. */
  @Transactional
  public Map<UUID, List<DocumentFileEntity>> files(List<UUID> ids) {
    return DocumentFileEntity.<DocumentFileEntity>list(
            "documentId in ?1 order by case role when 'original' then 0 when 'translation' then 1"
                + " else 2 end, ordinal",
            ids)
        .stream()
        .collect(Collectors.groupingBy(file -> file.documentId));
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
    if (!filter.sight().everything()) {
      conditions.add("state <> 'withdrawn'");
      conditions.add(seen(filter.sight(), values));
    }
    return DocumentEntity.<DocumentEntity>find(
            String.join(" and ", conditions) + " order by id", values)
        .page(Page.ofSize(limit))
        .list();
  }

  private static String seen(Sight sight, Map<String, Object> values) {
    List<String> open =
        new ArrayList<>(
            List.of(
                "accessLevel = 'public'", "(accessLevel = 'embargoed' and accessUntil <= :today)"));
    values.put("today", LocalDate.now(ZoneOffset.UTC));
    if (sight.restricted()) {
      open.add("accessLevel = 'restricted'");
    }
    if (sight.own().isPresent()) {
      open.add("submittedBy = :own");
      values.put("own", sight.own().get());
    }
    return "(" + String.join(" or ", open) + ")";
  }

  private static void condition(
      List<String> conditions, Map<String, Object> values, String field, String value) {
    conditions.add(field + " = :" + field);
    values.put(field, value);
  }
}
