package org.cotejo.ingest.accession.http;

import java.util.List;
import org.cotejo.ingest.catalogue.Finding;
import org.cotejo.problems.Problem;

/** A submission with faults, all of which are told at once. */
final class InvalidSubmission {
  private InvalidSubmission() {}

  static Problem of(List<Finding> findings) {
    return Problem.of(
        422,
        "submission.invalid",
        "The submission is not accepted",
        findings.size() == 1
            ? findings.getFirst().message()
            : "The submission has " + findings.size() + " faults; nothing was stored.",
        findings.stream()
            .map(finding -> new Problem.Fault(finding.code(), finding.field(), finding.message()))
            .toList());
  }
}
