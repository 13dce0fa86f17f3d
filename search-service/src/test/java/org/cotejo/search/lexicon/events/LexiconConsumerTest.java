package org.cotejo.search.lexicon.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.cotejo.contracts.Contract;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.PermanentFailure;
import org.cotejo.search.lexicon.Published;
import org.junit.jupiter.api.Test;

class LexiconConsumerTest {
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final EventCodec codec = new EventCodec();

  @Test
  void readsEveryExampleOfTheContract() throws IOException {
    for (Map.Entry<String, byte[]> example :
        Contract.event("lexicon.published").validExamples().entrySet()) {
      // When
      Published published = LexiconConsumer.read(codec.decode(example.getValue()));
      // Then
      var json = mapper.readTree(example.getValue());
      assertEquals(json.path("subject").asText(), published.languages(), example.getKey());
      assertEquals(json.at("/data/version").asLong(), published.version());
      assertEquals(json.at("/data/file/objectKey").asText(), published.objectKey());
      assertEquals(json.at("/data/file/digest").asText(), published.digest());
    }
  }

  @Test
  void refusesOneThatNamesNoFile() {
    EventEnvelope event =
        codec.decode(Contract.event("lexicon.published").validExamples().firstEntry().getValue());
    ((ObjectNode) event.data()).remove("file");
    assertThrows(PermanentFailure.class, () -> LexiconConsumer.read(event));
  }
}
