package org.cotejo.translation.collation.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cotejo.problems.Problem;
import org.cotejo.translation.collation.FindingState;
import org.cotejo.translation.collation.Settlement;
import org.cotejo.translation.collation.StateChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a curator wants to say of a finding: a state with a note, or that the last change be undone.
 */
@Schema(name = "FindingChange", description = "Either a state, or undo")
public record StateWish(
    @Schema(
            description = "What is thought of the finding",
            enumeration = {"open", "accepted", "dismissed"})
        @Nullable String state,
    @Schema(description = "Why, or what follows; needed to accept") @Nullable String note,
    @Schema(description = "Takes the last change back that stands") @Nullable Boolean undo) {

  /**
   * A wish that can be fulfilled.
   *
   * @param state that it leads to
   * @param note empty for none
   * @param undoes the change that it takes back
   */
  record Decided(FindingState state, String note, OptionalLong undoes) {}

  /**
   * What is to be done.
   *
   * @param said what was said of the finding before
   * @param greatestNote most characters of a note
   * @throws Problem 422 that names every field at fault
   */
  Decided decided(Optional<Settlement> said, int greatestNote) {
    if (Boolean.TRUE.equals(undo)) {
      if (state != null || note != null) {
        throw refused(
            List.of(new Problem.Fault("finding.undo-only", "undo", "Undo stands alone.")));
      }
      return undone(said);
    }
    List<Problem.Fault> faults = new ArrayList<>();
    Optional<FindingState> wanted = known(state);
    if (wanted.isEmpty()) {
      faults.add(
          new Problem.Fault(
              "finding.state-unknown", "state", "A state is open, accepted or dismissed."));
    }
    String words = note == null ? "" : note.strip();
    if (wanted.equals(Optional.of(FindingState.ACCEPTED)) && words.isEmpty()) {
      faults.add(
          new Problem.Fault(
              "finding.note-missing", "note", "A finding is accepted with a note: what follows?"));
    }
    if (words.length() > greatestNote) {
      faults.add(
          new Problem.Fault(
              "finding.note-too-long", "note", "A note has at most " + greatestNote + " letters."));
    }
    return wanted
        .filter(_ -> faults.isEmpty())
        .map(known -> new Decided(known, words, OptionalLong.empty()))
        .orElseThrow(() -> refused(faults));
  }

  private static Decided undone(Optional<Settlement> said) {
    StateChange last =
        said.flatMap(Settlement::standing)
            .orElseThrow(
                () ->
                    refused(
                        List.of(
                            new Problem.Fault(
                                "finding.nothing-to-undo",
                                "undo",
                                "Nothing that was said of this finding stands."))));
    return said.flatMap(Settlement::standingBefore)
        .map(before -> new Decided(before.state(), before.note(), OptionalLong.of(last.id())))
        .orElseGet(() -> new Decided(FindingState.OPEN, "", OptionalLong.of(last.id())));
  }

  private static Optional<FindingState> known(@Nullable String name) {
    try {
      return name == null ? Optional.empty() : Optional.of(FindingState.of(name));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static Problem refused(List<Problem.Fault> faults) {
    return Problem.of(
        422, "finding.change-invalid", "This cannot be said", "The change was refused.", faults);
  }
}
