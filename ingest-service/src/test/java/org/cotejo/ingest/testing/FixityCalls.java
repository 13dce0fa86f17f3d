package org.cotejo.ingest.testing;

import static org.cotejo.ingest.testing.Client.as;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import org.cotejo.ingest.testing.Client.Submitted;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;

/** What the tests of fixity ask and look up. */
public final class FixityCalls {
  private FixityCalls() {}

  /** Has the one file of a document checked at the next look. */
  public static void checkAgain(Submitted document) {
    as("operator")
        .post("/v1/operations/fixity/documents/" + document.documentId() + "/check")
        .then()
        .statusCode(202)
        .body("files", equalTo(1));
  }

  /** Where the first original of a document is stored. */
  public static ObjectKey original(Submitted document) {
    String digest =
        as("curator")
            .get("/v1/documents/" + document.documentId())
            .jsonPath()
            .getString("originals[0].digest");
    return new ObjectKey("originals/" + Digest.parse(digest).hex());
  }

  /** What the audit says of a document's fixity, in the order of the alphabet. */
  public static List<String> audit(Submitted document) {
    return as("curator")
        .get("/v1/documents/" + document.documentId() + "/audit")
        .jsonPath()
        .<String>getList("entries.action")
        .stream()
        .filter(action -> action.startsWith("fixity"))
        .sorted()
        .toList();
  }
}
