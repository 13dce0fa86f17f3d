package org.cotejo.contracts;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * One released JSON Schema together with its examples, for the contract tests of the services.
 *
 * <p>A service shows that what it writes validates ({@link #requireValid}) and that it reads every
 * valid example; it never takes a type from here.
 */
public final class Contract {
  private static final String ROOT = "/contracts/";
  private static final String URN = "urn:cotejo:contracts:";

  private final String folder;
  private final Schema schema;

  private Contract(String folder, String version) {
    this.folder = folder;
    this.schema =
        registry().getSchema(text(folder + "/" + version + ".schema.json"), InputFormat.JSON);
  }

  /**
   * The contract of an event.
   *
   * @param name without prefix and version, for instance {@code page.transcribed}
   */
  public static Contract event(String name) {
    return new Contract("events/" + name, "v1");
  }

  /**
   * The contract of a file in the object store.
   *
   * @param name for instance {@code reading-text}
   */
  public static Contract object(String name) {
    return new Contract("objects/" + name, "v1");
  }

  /** The names of all event contracts, sorted. */
  public static List<String> eventNames() {
    return names("events");
  }

  /** The names of all object contracts, sorted. */
  public static List<String> objectNames() {
    return names("objects");
  }

  /**
   * Examples of who may see what, as JSON: {@code examples}, each with {@code access} as in a
   * record, the {@code roles} of the caller, {@code today} and whether it is {@code allowed}. Every
   * service that decides about access is tested against them.
   */
  public static byte[] accessExamples() {
    return text("access/examples.json").getBytes(StandardCharsets.UTF_8);
  }

  /** What is wrong with a document, one sentence a violation; empty when it validates. */
  public List<String> violations(byte[] json) {
    return schema
        .validate(
            new String(json, StandardCharsets.UTF_8),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  /**
   * Fails when a document does not validate.
   *
   * @throws AssertionError naming every violation
   */
  public void requireValid(byte[] json) {
    List<String> violations = violations(json);
    if (!violations.isEmpty()) {
      throw new AssertionError(folder + ": " + String.join("; ", violations));
    }
  }

  /** The examples that every reader must accept, by file name. */
  public SequencedMap<String, byte[]> validExamples() {
    return examples("valid");
  }

  /** The examples that break the rule their file name states. */
  public SequencedMap<String, byte[]> invalidExamples() {
    return examples("invalid");
  }

  private SequencedMap<String, byte[]> examples(String kind) {
    SequencedMap<String, byte[]> found = new LinkedHashMap<>();
    inFolder(
        folder + "/examples/" + kind,
        files -> {
          for (Path file : files) {
            found.put(file.getFileName().toString(), Files.readAllBytes(file));
          }
        });
    return found;
  }

  private static List<String> names(String kind) {
    List<String> found = new java.util.ArrayList<>();
    inFolder(kind, files -> files.forEach(file -> found.add(name(file))));
    return List.copyOf(found);
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace("/", "");
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder -> builder.schemas(Map.of(URN + "common:v1", text("common/v1.schema.json"))::get));
  }

  private static String text(String resource) {
    try (InputStream stream = Contract.class.getResourceAsStream(ROOT + resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("no contract at " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private interface FolderReader {
    void read(List<Path> files) throws IOException;
  }

  /** Lists a resource folder, in a directory of classes or inside a jar. */
  private static void inFolder(String resource, FolderReader reader) {
    var url = Contract.class.getResource(ROOT + resource);
    if (url == null) {
      throw new IllegalArgumentException("no contract folder " + resource);
    }
    try {
      URI uri = url.toURI();
      if (!"jar".equals(uri.getScheme())) {
        reader.read(sorted(Path.of(uri)));
        return;
      }
      String[] parts = uri.toString().split("!", 2);
      Path jar = Path.of(URI.create(parts[0].substring("jar:".length())));
      try (FileSystem files = FileSystems.newFileSystem(jar)) {
        reader.read(sorted(files.getPath(parts[1])));
      }
    } catch (URISyntaxException failure) {
      throw new IllegalStateException(failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Path> sorted(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }
}
