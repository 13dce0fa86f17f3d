package org.cotejo.translation.correction.store;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.cotejo.events.EventEnvelope;
import org.cotejo.translation.bitext.AlignmentTask;
import org.cotejo.translation.bitext.objects.BitextFiles;
import org.cotejo.translation.bitext.store.DocumentLedger;
import org.cotejo.translation.correction.Change;
import org.cotejo.translation.correction.Corrections;
import org.cotejo.translation.correction.Fact;
import org.cotejo.translation.correction.FactRef;

/** The changes of curators, in PostgreSQL: they are added and never changed. */
@ApplicationScoped
public class CorrectionLedger implements Corrections {
  private final DocumentLedger documents;
  private final BitextFiles files;
  private final Clock clock = Clock.systemUTC();

  @Inject
  public CorrectionLedger(DocumentLedger documents, BitextFiles files) {
    this.documents = documents;
    this.files = files;
  }

  /**
   * A change that is to be kept.
   *
   * @param language of the translation in whose bitext it is made
   * @param facts what it says; nothing when it undoes another
   * @param operations as they were sent
   * @param author who makes it
   * @param undoes the change that it takes back
   */
  public record Wish(
      String language, List<Fact> facts, JsonNode operations, String author, OptionalLong undoes) {}

  /** All changes of a document, in the order of time. */
  @Transactional
  public List<KeptChange> all(UUID documentId) {
    List<CorrectionEntity> rows = CorrectionEntity.list("documentId = ?1 order by id", documentId);
    Map<Long, Long> undone = new HashMap<>();
    for (CorrectionEntity row : rows) {
      if (row.undoes != null) {
        undone.put(row.undoes, row.id);
      }
    }
    return rows.stream().map(row -> kept(row, undone)).toList();
  }

  @Override
  @Transactional
  public List<Change> standing(UUID documentId) {
    return all(documentId).stream().filter(KeptChange::stands).map(KeptChange::change).toList();
  }

  /**
   * Keeps a change with the alignment that shows it and the event that tells of it.
   *
   * @param seenVersion of the alignment that the curator saw
   * @param supersedes what holds no more because of it
   * @return its id; empty when the document has changed since
   */
  @Transactional
  public Optional<Long> keep(
      AlignmentTask task,
      int seenVersion,
      Wish wish,
      Set<FactRef> supersedes,
      JsonNode data,
      EventEnvelope event) {
    if (!documents.renew(task, seenVersion, data, event)) {
      return Optional.empty();
    }
    // Here and not before: of two curators one is refused, and a rebuilt index must not find
    // theirs.
    files.keepAlignment(task.documentId(), task.progress().revision(), task.version(), data);
    CorrectionEntity row = new CorrectionEntity();
    row.documentId = task.documentId();
    row.language = wish.language().toLowerCase(Locale.ROOT);
    row.seenVersion = seenVersion;
    row.alignmentVersion = task.version();
    row.author = wish.author();
    row.madeAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    row.operations = wish.operations().toString();
    row.facts = FactJson.write(wish.facts());
    row.supersedes = FactJson.write(supersedes);
    row.undoes = wish.undoes().isPresent() ? wish.undoes().getAsLong() : null;
    row.persist();
    return Optional.of(row.id);
  }

  private static KeptChange kept(CorrectionEntity row, Map<Long, Long> undone) {
    Long undoneBy = undone.get(row.id);
    return new KeptChange(
        new Change(
            row.id, row.language, FactJson.read(row.facts), FactJson.readRefs(row.supersedes)),
        row.author,
        row.madeAt,
        row.alignmentVersion,
        FactJson.json(row.operations),
        row.undoes == null ? OptionalLong.empty() : OptionalLong.of(row.undoes),
        undoneBy == null ? OptionalLong.empty() : OptionalLong.of(undoneBy));
  }
}
