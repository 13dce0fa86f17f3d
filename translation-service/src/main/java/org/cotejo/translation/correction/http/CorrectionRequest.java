package org.cotejo.translation.correction.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.translation.correction.Operation;
import org.cotejo.translation.correction.OperationFault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a curator wants to change: operations, or that a change be undone. */
@Schema(name = "Correction", description = "Either operations, or undo")
public record CorrectionRequest(
    @Schema(description = "Done all together or not at all")
        @Nullable List<OperationBody> operations,
    @Schema(description = "Id of a change that nothing later depends on, or last")
        @Nullable String undo) {

  /** Segments of both sides by their names. */
  @Schema(name = "SegmentPair")
  public record PairBody(@Nullable List<String> source, @Nullable List<String> target) {
    Operation.Pair pair() {
      return new Operation.Pair(names(source), names(target));
    }
  }

  /** One operation; which fields it has depends on what it does. */
  @Schema(name = "CorrectionOperation")
  public record OperationBody(
      @Schema(enumeration = {"link", "unlink", "confirm", "split", "join", "text", "cut", "merge"})
          @Nullable String op,
      @Schema(description = "Original segments of link, unlink, confirm and split")
          @Nullable List<String> source,
      @Schema(description = "Segments of the translation of link, unlink, confirm and split")
          @Nullable List<String> target,
      @Schema(description = "The links that split leads to") @Nullable List<PairBody> into,
      @Schema(description = "The links that join makes one") @Nullable List<PairBody> links,
      @Schema(description = "The segment of text and cut") @Nullable String segment,
      @Schema(description = "What the segment reads") @Nullable String text,
      @Schema(
              description =
                  "Where cut begins new segments: offsets between words, from the segment's start"
                      + " in UTF-16 units")
          @Nullable List<Integer> at,
      @Schema(description = "The segments of one side that merge makes one")
          @Nullable List<String> segments) {}

  /** What it asks for; what cannot be understood becomes a fault. */
  List<Operation> operations(int most, List<OperationFault> faults) {
    List<OperationBody> bodies = operations == null ? List.of() : operations;
    if (bodies.isEmpty()) {
      faults.add(new OperationFault("operations.none", "operations", "There is nothing to do."));
    }
    if (bodies.size() > most) {
      faults.add(
          new OperationFault(
              "operations.too-many",
              "operations",
              "One change has at most " + most + " operations."));
      return List.of();
    }
    List<Operation> found = new ArrayList<>();
    for (int k = 0; k < bodies.size(); k++) {
      operation(bodies.get(k), "operations[" + k + "]", faults).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Operation> operation(
      @Nullable OperationBody body, String field, List<OperationFault> faults) {
    if (body == null || body.op() == null) {
      faults.add(unknown(field));
      return Optional.empty();
    }
    Operation.Pair pair = new Operation.Pair(names(body.source()), names(body.target()));
    return switch (body.op()) {
      case "link" -> Optional.of(new Operation.Link(pair));
      case "unlink" -> Optional.of(new Operation.Unlink(pair));
      case "confirm" -> Optional.of(new Operation.Confirm(pair));
      case "split" -> Optional.of(new Operation.Split(pair, pairs(body.into())));
      case "join" -> Optional.of(new Operation.Join(pairs(body.links())));
      case "text" ->
          Optional.of(
              new Operation.SetText(
                  body.segment() == null ? "" : body.segment(),
                  body.text() == null ? "" : body.text()));
      case "cut" ->
          Optional.of(
              new Operation.Cut(body.segment() == null ? "" : body.segment(), offsets(body.at())));
      case "merge" -> Optional.of(new Operation.Merge(names(body.segments())));
      default -> {
        faults.add(unknown(field));
        yield Optional.empty();
      }
    };
  }

  private static OperationFault unknown(String field) {
    return new OperationFault(
        "operation.unknown",
        field + ".op",
        "An operation is link, unlink, confirm, split, join, text, cut or merge.");
  }

  private static List<Operation.Pair> pairs(@Nullable List<PairBody> bodies) {
    return bodies == null
        ? List.of()
        : bodies.stream()
            .map(body -> body == null ? new PairBody(null, null) : body)
            .map(PairBody::pair)
            .toList();
  }

  private static List<Integer> offsets(@Nullable List<Integer> offsets) {
    return offsets == null
        ? List.of()
        : offsets.stream().map(offset -> offset == null ? -1 : offset).toList();
  }

  private static List<String> names(@Nullable List<String> names) {
    return names == null
        ? List.of()
        : names.stream().map(name -> name == null ? "" : name).toList();
  }
}
