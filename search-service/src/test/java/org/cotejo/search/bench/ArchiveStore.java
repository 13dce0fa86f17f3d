package org.cotejo.search.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStat;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.PutOutcome;
import org.cotejo.search.projection.Bitext;
import org.cotejo.search.projection.Box;
import org.cotejo.search.projection.ReadingText;

/** The files of a generated archive, made when they are read; nothing can be written. */
final class ArchiveStore implements ObjectStore {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final int LATELY = 32;

  /** One word of so many was read with doubt. */
  private static final int UNCERTAIN = 10;

  private final GeneratedArchive archive;
  private final int papers;
  private final Map<Integer, Map<String, byte[]>> lately =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Map<String, byte[]>> eldest) {
          return size() > LATELY;
        }
      };

  ArchiveStore(GeneratedArchive archive, int papers) {
    this.archive = archive;
    this.papers = papers;
  }

  @Override
  public Stream<ObjectKey> list(String prefix) {
    return IntStream.range(0, papers)
        .boxed()
        .flatMap(
            number ->
                Stream.of(
                    new ObjectKey(
                        "documents/"
                            + GeneratedArchive.id(number)
                            + "/alignments/0000000001-000001.json"),
                    new ObjectKey(
                        "documents/" + GeneratedArchive.id(number) + "/records/0000000001.json")));
  }

  @Override
  public byte[] read(ObjectKey key, long maximumBytes) {
    String[] parts = key.value().split("/", -1);
    String id = parts[1].replace(".json", "");
    byte[] file =
        files(Integer.parseInt(id.substring(id.length() - 12)))
            .get(parts[0].equals("documents") ? parts[2] : parts[0]);
    if (file == null) {
      throw new IllegalArgumentException("no such object: " + key);
    }
    return file;
  }

  /** Those of the last few papers stay, since they are read one after the other. */
  private Map<String, byte[]> files(int number) {
    synchronized (lately) {
      Map<String, byte[]> known = lately.get(number);
      if (known != null) {
        return known;
      }
    }
    Map<String, byte[]> made = files(archive.paper(number));
    synchronized (lately) {
      lately.put(number, made);
    }
    return made;
  }

  private static Map<String, byte[]> files(WrittenPaper paper) {
    byte[] text = bytes(text(paper.text()));
    byte[] bitext = bytes(bitext(paper.bitexts().getFirst()));
    ObjectNode aligned = paper.aligned();
    aligned.put("alignmentVersion", 1);
    aligned.set("readingText", object("reading-texts/" + paper.id + ".json", text));
    aligned
        .putArray("bitexts")
        .add(object("bitexts/" + paper.id + ".json", bitext).put("language", "en"));
    return Map.of(
        "records",
        bytes(paper.record),
        "alignments",
        bytes(aligned),
        "reading-texts",
        text,
        "bitexts",
        bitext);
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode object(String key, byte[] content) {
    return JSON.objectNode().put("objectKey", key).put("digest", Digest.of(content).toString());
  }

  private static ObjectNode text(ReadingText text) {
    ObjectNode json = JSON.objectNode().put("text", text.text());
    json.putArray("languages").add(text.language());
    ArrayNode words = json.putArray("words");
    for (ReadingText.Word word : text.words()) {
      ArrayNode boxes =
          words
              .addObject()
              .put("start", word.start())
              .put("end", word.end())
              .put("confidence", word.start() % UNCERTAIN == 0 ? 0.6 : 0.95)
              .putArray("boxes");
      for (ReadingText.LineBox placed : word.boxes()) {
        Box box = placed.box();
        boxes
            .addObject()
            .put("page", box.page())
            .put("x", box.x())
            .put("y", box.y())
            .put("width", box.width())
            .put("height", box.height())
            .put("line", placed.line());
      }
    }
    segments(json.putArray("segments"), text.segments());
    return json;
  }

  private static ObjectNode bitext(Bitext bitext) {
    ObjectNode json = JSON.objectNode().put("language", bitext.language());
    ObjectNode target = json.putObject("target").put("text", bitext.text());
    segments(target.putArray("segments"), bitext.segments());
    ArrayNode links = json.putArray("links");
    for (Bitext.Link link : bitext.links()) {
      ObjectNode entry = links.addObject().put("confidence", link.confidence());
      ArrayNode source = entry.putArray("source");
      link.source().forEach(source::add);
      ArrayNode translated = entry.putArray("target");
      link.target().forEach(translated::add);
    }
    return json;
  }

  private static void segments(ArrayNode array, java.util.List<ReadingText.Segment> segments) {
    for (ReadingText.Segment segment : segments) {
      array
          .addObject()
          .put("id", segment.id())
          .put("start", segment.start())
          .put("end", segment.end());
    }
  }

  @Override
  public PutOutcome putIfAbsent(ObjectKey key, Digest digest, String mediaType, byte[] content) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PutOutcome putIfAbsent(ObjectKey key, Digest digest, String mediaType, Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void download(ObjectKey key, Digest expected, Path target, Runnable progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Digest digestOf(ObjectKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public URI presignPut(ObjectKey key, Duration validity) {
    throw new UnsupportedOperationException();
  }

  @Override
  public URI presignGet(ObjectKey key, Duration validity) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void replaceDamaged(ObjectKey key, Digest digest, String mediaType, Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(ObjectKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void ensureBucket() {}
}
