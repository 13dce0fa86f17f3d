package org.cotejo.translation.collation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.cotejo.translation.bitext.store.DocumentLedger;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.collation.FindingState;
import org.cotejo.translation.collation.Settlement;
import org.cotejo.translation.collation.StateChange;

/** What curators have said of findings, in PostgreSQL: changes are added and never changed. */
@ApplicationScoped
public class FindingStates {
  private final DocumentLedger ledger;
  private final Clock clock = Clock.systemUTC();

  @Inject
  public FindingStates(DocumentLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * All that was said of the findings of a bitext.
   *
   * @param version rises with every change; 0 before the first
   * @param settlements in the order in which the findings were first settled
   */
  public record Said(long version, List<Settlement> settlements) {}

  /** What is to be said of a finding. */
  public record Wish(
      String key,
      KnownFinding finding,
      FindingState state,
      String note,
      String author,
      OptionalLong undoes) {}

  /** What was said so far. */
  @Transactional
  public Said of(UUID documentId, String language) {
    List<FindingChangeEntity> rows =
        FindingChangeEntity.list(
            "documentId = ?1 and language = ?2 order by id", documentId, lower(language));
    Map<String, List<FindingChangeEntity>> byKey = new LinkedHashMap<>();
    for (FindingChangeEntity row : rows) {
      byKey.computeIfAbsent(row.findingKey, _ -> new ArrayList<>()).add(row);
    }
    long version = rows.isEmpty() ? 0 : rows.getLast().id;
    return new Said(version, byKey.values().stream().map(FindingStates::settlement).toList());
  }

  /**
   * Says something of a finding.
   *
   * @param seen the alignment in which it was seen
   * @param version of what was said when it was seen
   * @return false when the document or what is said of it has changed since
   */
  @Transactional
  public boolean say(
      UUID documentId, String language, KeptAlignment seen, long version, Wish wish) {
    ledger.lock(documentId);
    Optional<KeptAlignment> latest = ledger.latest(documentId);
    if (latest.filter(now -> now.version() == seen.version()).isEmpty()
        || of(documentId, language).version() != version) {
      return false;
    }
    FindingChangeEntity row = new FindingChangeEntity();
    row.documentId = documentId;
    row.language = lower(language);
    row.findingKey = wish.key();
    row.state = wish.state().wireName();
    row.note = wish.note();
    row.author = wish.author();
    // As the database keeps it.
    row.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    row.undoes = wish.undoes().isPresent() ? wish.undoes().getAsLong() : null;
    row.finding = wish.finding().json();
    row.persist();
    return true;
  }

  private static Settlement settlement(List<FindingChangeEntity> rows) {
    KnownFinding known = KnownFinding.of(rows.getLast().finding);
    return new Settlement(
        rows.getFirst().findingKey,
        known.anchor(),
        known.message(),
        known.source(),
        known.target(),
        rows.stream().map(FindingStates::change).toList());
  }

  private static StateChange change(FindingChangeEntity row) {
    return new StateChange(
        row.id,
        FindingState.of(row.state),
        row.note,
        row.author,
        row.changedAt,
        row.undoes == null ? OptionalLong.empty() : OptionalLong.of(row.undoes));
  }

  private static String lower(String language) {
    return language.toLowerCase(Locale.ROOT);
  }
}
