package org.cotejo.translation.transcription.objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.objects.Digest;
import org.cotejo.translation.bitext.AnnouncedDocument;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.objects.BitextFiles;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedWord;
import org.cotejo.translation.segmentation.BrokenTranslation;
import org.cotejo.translation.segmentation.PlainTextDecoder;
import org.cotejo.translation.transcription.BrokenTranscription;
import org.cotejo.translation.transcription.Engine;
import org.cotejo.translation.transcription.PageTranscription;
import org.cotejo.translation.transcription.PlacedText;
import org.cotejo.translation.transcription.PlacementSettings;
import org.cotejo.translation.transcription.PlainTranscription;
import org.cotejo.translation.transcription.SuppliedText;
import org.cotejo.translation.transcription.TextPlacer;
import org.cotejo.translation.transcription.markup.MarkupLimits;
import org.cotejo.translation.transcription.markup.SuppliedMarkup;

/**
 * Sets the transcription that was submitted with a document onto its pages, and keeps a file for
 * each page that it reaches. The recogniser's own files stay as they are.
 */
@ApplicationScoped
public class SuppliedTranscriptions {
  private static final String NAME = "person";

  /** Rises when words come to stand elsewhere otherwise than by the settings. */
  private static final String VERSION = "1";

  private static final int FINGERPRINT_DIGITS = 12;

  /** A page of which more than this share of the words was not seen should be looked at. */
  private static final double DOUBTFUL_SHARE = .2;

  private final BitextFiles files;
  private final MeterRegistry metrics;
  private final MarkupLimits markup;
  private final PlacementSettings settings;
  private final TextPlacer placer;

  @Inject
  public SuppliedTranscriptions(
      BitextFiles files, TranscriptionLimits limits, MeterRegistry metrics) {
    this.files = files;
    markup = new MarkupLimits(limits.depth(), limits.words());
    settings = new PlacementSettings(limits.cells(), PlacementSettings.standard().markedCost());
    placer = new TextPlacer(settings);
    this.metrics = metrics;
  }

  /**
   * The pages from which a text is made.
   *
   * @param pages in order
   * @param placed for each page onto which a person's text was set, its file
   */
  public record Pages(List<TranscribedPage> pages, Map<Integer, StoredObject> placed) {
    public Pages {
      pages = List.copyOf(pages);
      placed = Map.copyOf(placed);
    }
  }

  /**
   * Sets what a person wrote over what was read, if something was submitted.
   *
   * @throws BrokenTranscription when the submitted file cannot be read
   */
  public Pages over(List<PageTranscription> read, AnnouncedDocument document) {
    List<TranscribedPage> pages = read.stream().map(PageTranscription::page).toList();
    if (document.transcription().isEmpty()) {
      return new Pages(pages, Map.of());
    }
    StoredObject file = document.transcription().get();
    SuppliedText text = text(files.suppliedTranscription(file));
    PlacedText placed = placer.place(pages, document.pageCount(), text);
    Map<Integer, StoredObject> kept = new TreeMap<>();
    for (int k = 0; k < read.size(); k++) {
      TranscribedPage page = placed.pages().get(k);
      if (!page.equals(pages.get(k))) {
        PageTranscription transcription = transcription(read.get(k), page, file);
        kept.put(page.page(), files.keepPlaced(PageTranscriptionJson.write(transcription)));
      }
    }
    return new Pages(placed.pages(), kept);
  }

  private SuppliedText text(byte[] content) {
    if (SuppliedMarkup.is(content)) {
      return SuppliedMarkup.read(content, markup);
    }
    try {
      return PlainTranscription.read(PlainTextDecoder.decode(content));
    } catch (BrokenTranslation noText) {
      throw new BrokenTranscription(
          "transcription.undecodable",
          String.valueOf(noText.getMessage()).replace("The translation", "The transcription"));
    }
  }

  private PageTranscription transcription(
      PageTranscription read, TranscribedPage page, StoredObject file) {
    Map<Placement, Integer> counts = new EnumMap<>(Placement.class);
    int words = 0;
    for (TranscribedWord word : words(page)) {
      counts.merge(word.placement(), 1, Integer::sum);
      words++;
    }
    TreeMap<String, String> parameters = new TreeMap<>();
    parameters.put("recognition", read.engine().fingerprint());
    parameters.put("supplied", file.digest());
    counts.forEach(
        (placement, count) -> {
          parameters.put(placement.wireName(), String.valueOf(count));
          Counter.builder("cotejo.transcription.placed")
              .description("Words of supplied transcriptions, by how their place was found")
              .tag("placement", placement.wireName())
              .register(metrics)
              .increment(count);
        });
    Engine engine =
        new Engine(NAME, VERSION, fingerprint(read, file), parameters, read.engine().languages());
    boolean doubtful = counts.getOrDefault(Placement.INTERPOLATED, 0) > DOUBTFUL_SHARE * words;
    return new PageTranscription(
        page, read.surrogateDigest(), engine, read.languages(), 1, doubtful);
  }

  private static List<TranscribedWord> words(TranscribedPage page) {
    return page.regions().stream()
        .flatMap(region -> region.lines().stream())
        .flatMap(line -> line.words().stream())
        .toList();
  }

  private String fingerprint(PageTranscription read, StoredObject file) {
    String made = file.digest() + read.engine().fingerprint() + settings;
    String hex = Digest.of(made.getBytes(StandardCharsets.UTF_8)).hex();
    return NAME + "-" + VERSION + "-" + hex.substring(0, FINGERPRINT_DIGITS);
  }
}
