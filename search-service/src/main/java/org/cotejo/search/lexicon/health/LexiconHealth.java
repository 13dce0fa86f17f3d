package org.cotejo.search.lexicon.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cotejo.search.lexicon.objects.LexiconShelf;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells which lexica searches use. It is always up: without a lexicon a search finds less and fails
 * in nothing.
 */
@Readiness
@ApplicationScoped
public class LexiconHealth implements HealthCheck {
  private final LexiconShelf shelf;

  @Inject
  public LexiconHealth(LexiconShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("lexicon").up();
    var standings = shelf.standings();
    if (standings.isEmpty()) {
      response.withData("languages", "none");
    }
    standings.forEach(
        (languages, standing) ->
            response.withData(
                languages,
                standing.used() == standing.published()
                    ? "version " + standing.used()
                    : "version %d, %d cannot be read yet"
                        .formatted(standing.used(), standing.published())));
    return response.build();
  }
}
