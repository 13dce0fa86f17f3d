package org.cotejo.translation.bitext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.cotejo.contracts.Contract;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.WorkInHand;
import org.cotejo.objects.InMemoryObjectStore;
import org.cotejo.objects.ObjectKey;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.LexicalAligner;
import org.cotejo.translation.bitext.events.AlignedJson;
import org.cotejo.translation.bitext.events.AnnouncementJson;
import org.cotejo.translation.bitext.objects.BitextFiles;
import org.cotejo.translation.bitext.objects.DocumentAligner;
import org.cotejo.translation.bitext.objects.FileLimits;
import org.cotejo.translation.bitext.objects.ReadingTextJson;
import org.cotejo.translation.bitext.objects.TranscriptionJson;
import org.cotejo.translation.exchange.translation.SuppliedTranslation;
import org.cotejo.translation.exchange.translation.TranslationLimits;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.segmentation.Segmenter;
import org.cotejo.translation.segmentation.icu.IcuSentenceBreaks;
import org.cotejo.translation.transcription.objects.SuppliedTranscriptions;
import org.cotejo.translation.transcription.objects.TranscriptionLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service writes validates; what others may write it reads. */
class ContractTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final EventCodec codec = new EventCodec();
  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final BitextFiles files =
      new BitextFiles(store, new Limits(), new WorkInHand(new SimpleMeterRegistry()));
  private final DocumentFixture document = new DocumentFixture(store);

  @ParameterizedTest
  @ValueSource(strings = {"document.accessioned", "document.revised"})
  void readsEveryAnnouncement(String name) {
    for (byte[] example : Contract.event(name).validExamples().values()) {
      AnnouncedDocument read = AnnouncementJson.document(codec.decode(example).data());
      assertFalse(read.languages().isEmpty());
      assertEquals(read, AnnouncementJson.document(AnnouncementJson.write(read)));
    }
  }

  @Test
  void readsEveryPageOutcome() {
    for (byte[] example : Contract.event("page.transcribed").validExamples().values()) {
      PageOutcome.Transcribed read = AnnouncementJson.transcribed(codec.decode(example).data());
      assertEquals(read, AnnouncementJson.transcribed(AnnouncementJson.write(read)));
    }
    for (byte[] example : Contract.event("page.failed").validExamples().values()) {
      assertFalse(AnnouncementJson.page(codec.decode(example).data()) < 1);
    }
  }

  @Test
  void readsEveryTranscriptionAndReadingText() throws IOException {
    for (byte[] example : Contract.object("transcription").validExamples().values()) {
      ObjectNode file = (ObjectNode) MAPPER.readTree(example);
      file.put("addedLater", true);
      TranscribedPage page = TranscriptionJson.read(file, 1);
      assertFalse(page.regions().isEmpty());
    }
    for (byte[] example : Contract.object("reading-text").validExamples().values()) {
      ReadingText text = ReadingTextJson.read(MAPPER.readTree(example)).text();
      assertFalse(text.words().isEmpty());
    }
  }

  @Test
  void fixtureIsWhatOthersMayWrite() {
    Contract.event("document.accessioned")
        .requireValid(
            codec.encode(
                document.accessioned(1, DocumentFixture.access("embargoed"), new byte[] {'a'})));
    Contract.event("page.transcribed")
        .requireValid(codec.encode(document.transcribed(1, 1, DocumentFixture.PAGE_1)));
    Contract.event("page.failed").requireValid(codec.encode(document.failed(1, 2)));
    Contract.event("document.withdrawn").requireValid(codec.encode(document.withdrawn(2)));
  }

  @Test
  void everythingItWritesValidates() {
    // Given
    AnnouncedDocument announced =
        AnnouncementJson.document(
            document
                .accessioned(
                    1,
                    DocumentFixture.access("public"),
                    DocumentFixture.ENGLISH.getBytes(StandardCharsets.UTF_8))
                .data());
    TreeMap<Integer, PageOutcome> pages = new TreeMap<>();
    pages.put(
        1, AnnouncementJson.transcribed(document.transcribed(1, 1, DocumentFixture.PAGE_1).data()));
    pages.put(2, new PageOutcome.Failed(2));
    AlignmentTask task =
        new AlignmentTask(
            UUID.fromString(document.id),
            "ingest-1",
            "",
            1,
            announced,
            new DocumentProgress(1, announced, pages, 3, 0, 0));
    // When
    AlignmentResult result = aligner().align(task);
    JsonNode data = AlignedJson.write(task, result);
    // Then
    Contract.event("document.aligned").requireValid(codec.encode(event(data)));
    Contract.object("reading-text").requireValid(file(result.readingText()));
    assertEquals(1, result.bitexts().size());
    Contract.object("bitext").requireValid(file(result.bitexts().getFirst().file()));
  }

  private DocumentAligner aligner() {
    BitextMaker maker =
        new BitextMaker(
            new Segmenter(new IcuSentenceBreaks()),
            new LexicalAligner(AlignmentSettings.standard()),
            new Method("lexical", "1", "lexical-1-test"));
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    return new DocumentAligner(
        files,
        new SuppliedTranslation(
            new TranslationLimits(10, 100_000, 10, 100_000, 100_000),
            pdf -> {
              throw new AssertionError("there is no PDF");
            }),
        maker,
        new SuppliedTranscriptions(files, new PlacementLimits(), metrics),
        Lexica.NONE,
        _ -> List.of(),
        (_, _) -> {},
        metrics,
        new WorkInHand(metrics));
  }

  private byte[] file(StoredObject object) {
    return store.read(new ObjectKey(object.objectKey()), 1 << 20);
  }

  private EventEnvelope event(JsonNode data) {
    return new EventEnvelope(
        "e-1",
        "cotejo.document.aligned.v1",
        "/cotejo/translation-service",
        document.id,
        Instant.parse("2026-11-23T08:00:00Z"),
        "ingest-1",
        1,
        "",
        data);
  }

  /** Limits of the tests. */
  private record Limits(
      long transcriptionBytes, long translationBytes, long recordBytes, long documentBytes)
      implements FileLimits {
    Limits() {
      this(1 << 20, 1 << 20, 1 << 20, 1 << 20);
    }
  }

  private static final class PlacementLimits implements TranscriptionLimits {
    @Override
    public int cells() {
      return 1 << 20;
    }

    @Override
    public int depth() {
      return 100;
    }

    @Override
    public int words() {
      return 1000;
    }
  }
}
