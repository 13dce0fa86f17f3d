package org.cotejo.translation.collation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * All that curators have said of one finding.
 *
 * @param key that the finding had when it was first settled, and keeps
 * @param anchor what it was known by when it was last settled
 * @param message its sentence then
 * @param source the words of the original then; empty for none
 * @param target the words of the translation then; empty for none
 * @param history in the order of time, at least one
 */
public record Settlement(
    String key,
    FindingAnchor anchor,
    String message,
    String source,
    String target,
    List<StateChange> history) {
  public Settlement {
    history = List.copyOf(history);
  }

  /** How much it mattered. */
  public Severity severity() {
    Rule rule = anchor.rule();
    return Phrase.of(message).map(said -> rule.severity(said.phrase())).orElseGet(rule::severity);
  }

  /** What is thought of it now. */
  public FindingState state() {
    return history.getLast().state();
  }

  /** The change that stands and would be undone next; none when all are undone. */
  public Optional<StateChange> standing() {
    return Optional.ofNullable(standingChanges().peekLast());
  }

  /** The change that stands when the last one is undone. */
  public Optional<StateChange> standingBefore() {
    Deque<StateChange> standing = standingChanges();
    standing.pollLast();
    return Optional.ofNullable(standing.peekLast());
  }

  private Deque<StateChange> standingChanges() {
    Deque<StateChange> standing = new ArrayDeque<>();
    for (StateChange change : history) {
      if (change.undoes().isPresent()) {
        standing.pollLast();
      } else {
        standing.addLast(change);
      }
    }
    return standing;
  }
}
