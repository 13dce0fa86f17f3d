package org.cotejo.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.client.api.CotejoApi;

/** Documents of a stack, by the catalogue and by the index. */
record Counts(long accepted, long published, long failed, long indexed) {

  static Counts of(CotejoApi operator, Prometheus prometheus) {
    JsonNode documents = operator.get("/v1/operations/summary").path("documents");
    return new Counts(
        documents.path("accepted").asLong(),
        documents.path("published").asLong(),
        documents.path("failed").asLong(),
        prometheus.highest("max(cotejo_index_documents)").orElse(0.0).longValue());
  }

  Counts since(Counts before) {
    return new Counts(
        accepted - before.accepted,
        published - before.published,
        failed - before.failed,
        indexed - before.indexed);
  }

  /** What a growth by as many papers as were submitted should not have; empty when all is well. */
  List<String> faults(int submitted, int documents) {
    List<String> faults = new ArrayList<>();
    if (failed != 0) {
      faults.add(failed + " papers failed");
    }
    if (documents != submitted) {
      faults.add(submitted + " submissions made " + documents + " documents");
    }
    if (accepted != submitted || published != submitted) {
      faults.add(
          "%d submitted, the catalogue has %d more accepted and %d more published"
              .formatted(submitted, accepted, published));
    }
    if (indexed != submitted) {
      faults.add("%d submitted, the index has %d more".formatted(submitted, indexed));
    }
    return faults;
  }
}
