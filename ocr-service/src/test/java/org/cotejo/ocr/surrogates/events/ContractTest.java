package org.cotejo.ocr.surrogates.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.cotejo.contracts.Contract;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.PermanentFailure;
import org.cotejo.ocr.surrogates.Paper;
import org.cotejo.ocr.surrogates.Surrogate;
import org.cotejo.ocr.surrogates.objects.SurrogateJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service reads; what it says is checked in {@code OcrFlowIT}. */
class ContractTest {
  private final EventCodec codec = new EventCodec();

  @ParameterizedTest
  @ValueSource(strings = {"document.accessioned", "document.revised"})
  void readsEveryValidDocument(String name) {
    Contract.event(name)
        .validExamples()
        .forEach(
            (file, json) -> {
              EventEnvelope event = codec.decode(json);
              Paper paper = PaperJson.paper(event);
              assertEquals(event.subject(), paper.documentId(), file);
              assertEquals(event.data().path("pageCount").asInt(), paper.pageCount(), file);
              assertFalse(paper.languages().isEmpty(), file);
            });
  }

  @Test
  void readsEveryValidSurrogate() {
    Contract.event("surrogate.stored")
        .validExamples()
        .forEach(
            (file, json) -> {
              EventEnvelope event = codec.decode(json);
              Surrogate surrogate = SurrogateJson.surrogate(event.data());
              assertEquals(
                  event.data().path("image").path("digest").asText(),
                  surrogate.image().object().digest(),
                  file);
            });
  }

  @Test
  void buriesDocumentWithoutOriginals() {
    EventEnvelope event =
        codec.decode(
            Contract.event("document.accessioned").validExamples().firstEntry().getValue());
    ((com.fasterxml.jackson.databind.node.ObjectNode) event.data()).putArray("originals");
    assertThrows(PermanentFailure.class, () -> PaperJson.paper(event));
  }
}
