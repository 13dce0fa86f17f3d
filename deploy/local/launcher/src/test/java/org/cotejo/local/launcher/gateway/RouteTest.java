package org.cotejo.local.launcher.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/documents, INGEST",
    "/v1/documents/7, INGEST",
    "/v1/documents/7/reprocess, INGEST",
    "/v1/documents/7/translations, INGEST",
    "/v1/ingests/7/events, INGEST",
    "/v1/uploads, INGEST",
    "/v1/operations/summary, INGEST",
    "/v1/operations/dead-letters/3/replay, INGEST",
    "/operations, INGEST",
    "/operations/operations.js, INGEST",
    "/v1/documents/7/bitexts, TRANSLATION",
    "/v1/documents/7/bitexts/en, TRANSLATION",
    "/v1/documents/7/bitexts/en/findings, TRANSLATION",
    "/v1/documents/7/transcription, TRANSLATION",
    "/v1/documents/7/pages/2/transcription, TRANSLATION",
    "/v1/documents/7/reading-text, TRANSLATION",
    "/v1/lexicon/es/en, TRANSLATION",
    "/v1/names, TRANSLATION",
    "/v1/ocr/engine, OCR",
    "/v1/search, SEARCH",
    "/v1/documents/7/pages, SEARCH",
    "/v1/documents/7/pages/2/image, SEARCH",
    "/v1/documents/7/pages/2/thumbnail, SEARCH",
    "/v1/operations/rebuild, SEARCH",
    "/v1/operations/rebuild/4, SEARCH",
    "/, SEARCH",
    "/search, SEARCH",
    "/documents/7, SEARCH",
    "/assets/index.js, SEARCH",
    "/iiif/image/3/7-1/full/max/0/default.jpg, SEARCH",
  })
  void sendsEachPathToTheServiceThatOwnsIt(String path, Upstream upstream) {
    // When
    Route route = Route.of(path);
    // Then
    assertEquals(new Route.Forward(upstream, path), route);
  }

  @ParameterizedTest
  @CsvSource({
    "/health/ingest, INGEST, /q/health",
    "/health/ocr/ready, OCR, /q/health/ready",
    "/metrics/translation, TRANSLATION, /q/metrics",
    "/openapi/search, SEARCH, /q/openapi",
  })
  void reachesTheManagementPagesOfAService(String path, Upstream upstream, String inside) {
    // When
    Route route = Route.of(path);
    // Then
    assertEquals(new Route.Forward(upstream, inside), route);
  }

  @ParameterizedTest
  @CsvSource({
    "/q/health",
    "/q/metrics",
    "/health/nobody",
    "/metrics",
    "/auth",
    "/auth/signing-key.pem"
  })
  void hidesWhatIsNotForClients(String path) {
    // When
    Route route = Route.of(path);
    // Then
    assertEquals(new Route.Nowhere(), route);
  }
}
