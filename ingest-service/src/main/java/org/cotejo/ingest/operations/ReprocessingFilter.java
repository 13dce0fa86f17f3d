package org.cotejo.ingest.operations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which documents are to be processed again. Withdrawn documents never are, and those in flight are
 * being processed anyway; they are found by {@link #unfinished} alone.
 *
 * @param language original language, BCP 47 as in the record
 * @param engine fingerprint of the engine that read at least one of the pages
 * @param collection as in the record
 * @param state {@code published} or {@code failed}; {@code in-flight} after a restore alone
 * @param from first day of acceptance, UTC
 * @param to last day of acceptance, UTC
 */
public record ReprocessingFilter(
    Optional<String> language,
    Optional<String> engine,
    Optional<String> collection,
    Optional<String> state,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {
  private static final List<String> STATES = List.of("published", "failed");
  private static final String IN_FLIGHT = "in-flight";

  /**
   * Documents in flight whose events are gone: after a restore, since the broker is not backed up.
   */
  public static ReprocessingFilter unfinished() {
    return new ReprocessingFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(IN_FLIGHT),
        Optional.empty(),
        Optional.empty());
  }

  /** What is wrong with it, by field; empty when it can be used. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    language
        .filter(text -> !text.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"))
        .ifPresent(_ -> faults.add(new Fault("language", "is no language tag")));
    state
        .filter(text -> !STATES.contains(text))
        .ifPresent(_ -> faults.add(new Fault("state", "is published or failed")));
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      faults.add(new Fault("to", "is before the first day"));
    }
    return faults;
  }

  /** One field and what is wrong with it. */
  public record Fault(String field, String message) {}
}
