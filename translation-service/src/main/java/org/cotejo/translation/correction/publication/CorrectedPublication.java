package org.cotejo.translation.correction.publication;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cotejo.problems.Problem;
import org.cotejo.translation.bitext.AlignmentResult;
import org.cotejo.translation.bitext.AlignmentTask;
import org.cotejo.translation.bitext.events.AlignedEvent;
import org.cotejo.translation.bitext.events.AlignedJson;
import org.cotejo.translation.bitext.http.ChangeCondition;
import org.cotejo.translation.bitext.http.Turns;
import org.cotejo.translation.bitext.objects.DocumentAligner;
import org.cotejo.translation.bitext.store.DocumentLedger;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.correction.Change;
import org.cotejo.translation.correction.FactRef;
import org.cotejo.translation.correction.ReplayReport;
import org.cotejo.translation.correction.store.CorrectionLedger;
import org.cotejo.translation.correction.store.CorrectionLedger.Wish;
import org.cotejo.translation.correction.store.KeptChange;

/**
 * Makes a change: aligns the document around it, keeps it with the new alignment, and tells of
 * that.
 *
 * <p>Nothing is kept unless all is. No transaction is open while the document is aligned; if it
 * moved on meanwhile, the change is refused.
 */
@ApplicationScoped
public class CorrectedPublication {
  private final DocumentLedger documents;
  private final CorrectionLedger corrections;
  private final DocumentAligner aligner;
  private final CorrectionLimits limits;
  private final Turns turns;
  private final Clock clock = Clock.systemUTC();

  @Inject
  public CorrectedPublication(
      DocumentLedger documents,
      CorrectionLedger corrections,
      DocumentAligner aligner,
      CorrectionLimits limits) {
    this.documents = documents;
    this.corrections = corrections;
    this.aligner = aligner;
    this.limits = limits;
    this.turns = new Turns(limits.parallel(), limits.patience(), "correction.busy");
  }

  /**
   * Makes a change.
   *
   * @param seen the alignment that the curator saw
   * @return id of the change
   * @throws Problem 409 while the document is being processed, 412 when it has changed since, 422
   *     when it has too many changes or the change does not fit the texts, 503 when too many
   *     changes are being made
   */
  public long publish(UUID documentId, KeptAlignment seen, Wish wish) {
    return turns.take(() -> published(documentId, seen, wish));
  }

  private long published(UUID documentId, KeptAlignment seen, Wish wish) {
    AlignmentTask task =
        documents
            .again(documentId, seen.version())
            .orElseThrow(() -> movedOn(documentId, seen.version()));
    List<KeptChange> before = corrections.all(documentId);
    if (before.size() >= limits.changes()) {
      throw Problem.of(
          422,
          "corrections.too-many",
          "Too many changes",
          "A document has at most " + limits.changes() + " changes.");
    }
    ReplayReport report = new ReplayReport();
    AlignmentResult result = aligner.align(task, changes(before, wish), report);
    if (report.detachedChanges().contains(Change.NEW)) {
      throw Problem.of(
          422,
          "correction.not-applied",
          "The change does not fit",
          "The texts are cut otherwise now than when you saw them; process the document again.");
    }
    JsonNode data = AlignedJson.write(task, result);
    Set<FactRef> supersedes = report.replacedBy(Change.NEW);
    return corrections
        .keep(
            task,
            seen.version(),
            wish,
            supersedes,
            data,
            AlignedEvent.of(task, data, clock.instant()))
        .orElseThrow(() -> movedOn(documentId, seen.version()));
  }

  private static List<Change> changes(List<KeptChange> before, Wish wish) {
    List<Change> changes = new ArrayList<>();
    for (KeptChange kept : before) {
      boolean undone = wish.undoes().isPresent() && wish.undoes().getAsLong() == kept.change().id();
      if (kept.stands() && !undone) {
        changes.add(kept.change());
      }
    }
    if (!wish.facts().isEmpty()) {
      changes.add(new Change(Change.NEW, wish.language(), wish.facts(), Set.of()));
    }
    return changes;
  }

  private Problem movedOn(UUID documentId, int seenVersion) {
    Optional<KeptAlignment> latest = documents.latest(documentId);
    return latest.filter(now -> now.version() == seenVersion).isEmpty()
        ? ChangeCondition.stale()
        : Problem.of(
            409,
            "document.in-process",
            "The document is being processed",
            "A new revision is being processed; change it when that is done.");
  }
}
