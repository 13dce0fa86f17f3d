package org.cotejo.translation.bitext.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.cotejo.problems.Problem;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.events.AnnouncementJson;
import org.cotejo.translation.bitext.store.DocumentLedger;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;

/** The aligned documents as the caller of a request sees them. */
@ApplicationScoped
public class AlignedDocuments {
  private final DocumentLedger ledger;
  private final SecurityIdentity identity;

  @Inject
  public AlignedDocuments(DocumentLedger ledger, SecurityIdentity identity) {
    this.ledger = ledger;
    this.identity = identity;
  }

  /**
   * The latest alignment of a document.
   *
   * @throws Problem 404 when there is none, or none that the caller may see
   */
  public KeptAlignment visible(String id) {
    return uuid(id)
        .flatMap(ledger::latest)
        .filter(
            alignment ->
                alignment.access().allows(identity.getRoles(), LocalDate.now(ZoneOffset.UTC)))
        .orElseThrow(() -> Problem.notFound("document"));
  }

  /** The file of the original's text. */
  public static StoredObject readingText(KeptAlignment alignment) {
    return AnnouncementJson.object(alignment.data().path("readingText"));
  }

  /**
   * The file of the first bitext in a language.
   *
   * @throws Problem 404 when there is none
   */
  public static StoredObject bitext(KeptAlignment alignment, String language) {
    for (JsonNode bitext : alignment.data().path("bitexts")) {
      if (bitext.path("language").asText().equalsIgnoreCase(language)) {
        return AnnouncementJson.object(bitext);
      }
    }
    throw Problem.notFound("bitext");
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException noUuid) {
      return Optional.empty();
    }
  }
}
