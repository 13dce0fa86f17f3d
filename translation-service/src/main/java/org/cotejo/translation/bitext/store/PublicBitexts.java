package org.cotejo.translation.bitext.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cotejo.translation.bitext.PublicBitext;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.events.AnnouncementJson;

/** The bitexts of documents that anyone may read: public, or their embargo has run out. */
@ApplicationScoped
public class PublicBitexts {
  // Withdrawn as DocumentProgress.isWithdrawn says; ids of documents rise with time (UUID 7).
  private static final String NEWEST =
      """
      select cast(d.id as text), d.announcement, a.data
      from document d
      join lateral (
        select data from alignment where document_id = d.id order by version desc limit 1
      ) a on true
      where d.access <> '' and d.announcement <> ''
        and (cast(d.access as jsonb) ->> 'level' = 'public'
          or (cast(d.access as jsonb) ->> 'level' = 'embargoed'
            and cast(d.access as jsonb) ->> 'until' <= ?1))
        and not (d.withdrawn_at > 0 and d.revision <= d.withdrawn_at)
        and jsonb_array_length(cast(a.data as jsonb) -> 'bitexts') > 0
      order by d.id desc
      limit ?2
      """;

  private final EntityManager entities;
  private final ObjectMapper mapper = JsonMapper.builder().build();

  @Inject
  public PublicBitexts(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * The latest bitexts of the newest public documents, the newest first.
   *
   * @param today the day that embargoes are held against, in UTC
   * @param documents most documents
   */
  @Transactional
  public List<PublicBitext> newest(LocalDate today, int documents) {
    List<PublicBitext> found = new ArrayList<>();
    List<?> rows =
        entities
            .createNativeQuery(NEWEST)
            .setParameter(1, today.toString())
            .setParameter(2, documents)
            .getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      add(
          UUID.fromString(String.valueOf(columns[0])),
          json(String.valueOf(columns[1])),
          json(String.valueOf(columns[2])),
          found);
    }
    return List.copyOf(found);
  }

  private static void add(
      UUID documentId, JsonNode announcement, JsonNode alignment, List<PublicBitext> found) {
    String language = AnnouncementJson.document(announcement).mainLanguage();
    StoredObject readingText = AnnouncementJson.object(alignment.path("readingText"));
    for (JsonNode bitext : alignment.path("bitexts")) {
      found.add(
          new PublicBitext(
              documentId,
              language,
              bitext.path("language").asText(),
              readingText,
              AnnouncementJson.object(bitext)));
    }
  }

  private JsonNode json(String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a row of this service holds broken JSON", broken);
    }
  }
}
