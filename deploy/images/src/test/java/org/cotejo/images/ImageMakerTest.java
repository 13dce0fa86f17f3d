package org.cotejo.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageMakerTest {
  @TempDir Path folder;

  private Path base;
  private Path application;
  private Path languages;
  private Path bill;

  @BeforeEach
  void writeFiles() throws IOException {
    base = base();
    application = folder.resolve("quarkus-app");
    file(application.resolve("quarkus-run.jar"), "start");
    file(application.resolve("quarkus-app-dependencies.txt"), "paths of a machine");
    file(application.resolve("lib/main/a.library-1.jar"), "library");
    file(application.resolve("lib/main/org.cotejo.cotejo-outbox-1.jar"), "own");
    file(application.resolve("app/ocr-service-1.jar"), "code");
    languages = folder.resolve("tessdata");
    file(languages.resolve("spa.traineddata"), "spanish");
    file(languages.resolve("notes.txt"), "no language");
    bill = folder.resolve("ocr-service.cdx.json");
    file(bill, "{}");
  }

  @Test
  void theSameFilesGiveTheSameDigestWheneverTheyWereWritten() throws IOException {
    // Given
    String first = make("one", Optional.empty());
    Files.setLastModifiedTime(
        application.resolve("quarkus-run.jar"),
        FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
    // When
    String second = make("two", Optional.empty());
    file(application.resolve("app/ocr-service-1.jar"), "other code");
    String third = make("three", Optional.empty());
    // Then
    assertEquals(first, second);
    assertNotEquals(first, third);
    assertArrayEqualsFiles("one", "two");
  }

  @Test
  void filesLieWhereTheCommandLooksForThemAndBelongToRoot() throws IOException {
    // Given
    Path cache = folder.resolve("cache");
    file(cache, "cache");
    // When
    make("image", Optional.of(cache));
    Map<String, TarArchiveEntry> files = new TreeMap<>();
    for (List<TarArchiveEntry> layer : layers("image")) {
      layer.stream()
          .filter(TarArchiveEntry::isFile)
          .forEach(entry -> files.put(entry.getName(), entry));
    }
    // Then
    assertEquals(
        List.of(
            "app/app/ocr-service-1.jar",
            "app/lib/main/a.library-1.jar",
            "app/lib/main/org.cotejo.cotejo-outbox-1.jar",
            "app/quarkus-run.jar",
            "app/start.aot",
            "base",
            "sbom/ocr-service.cdx.json",
            "tessdata/spa.traineddata"),
        List.copyOf(files.keySet()));
    for (TarArchiveEntry file : files.values()) {
      assertEquals(0, file.getLongUserId(), file.getName());
      if (!file.getName().equals("base")) {
        assertEquals(0644, file.getMode() & 0777, file.getName());
        assertEquals(Layers.TIME, file.getLastModifiedTime().toInstant(), file.getName());
      }
    }
  }

  @Test
  void librariesAreALayerOfTheirOwnSinceTheyRarelyChange() throws IOException {
    // When
    make("image", Optional.empty());
    // Then
    List<String> libraries =
        layers("image").get(1).stream()
            .filter(TarArchiveEntry::isFile)
            .map(TarArchiveEntry::getName)
            .toList();
    assertEquals(List.of("app/lib/main/a.library-1.jar"), libraries);
  }

  @Test
  void saysWhatItIsAndRunsAsNobodyInParticular() throws IOException {
    // When
    make("image", Optional.empty());
    JsonNode config = config("image").path("config");
    // Then
    assertEquals("65532:65532", config.path("User").asText());
    assertTrue(config.path("Volumes").has("/tmp"));
    assertTrue(config.path("ExposedPorts").has("8082/tcp"));
    assertTrue(config.path("Env").toString().contains("PATH=/opt/java/bin"));
    assertEquals("/opt/java/bin/java", config.at("/Entrypoint/0").asText());
    JsonNode labels = config.path("Labels");
    assertEquals("1", labels.path("org.opencontainers.image.version").asText());
    assertEquals("abc", labels.path("org.opencontainers.image.revision").asText());
    assertEquals("base.tar", labels.path("org.opencontainers.image.base.name").asText());
    assertEquals("spa", labels.path("org.cotejo.languages").asText());
    assertEquals("2026-11-30T00:00:00Z", config("image").path("created").asText());
  }

  @Test
  void sendsToARegistryWhatItsTarHolds() throws IOException {
    try (SmallRegistry registry = new SmallRegistry()) {
      // Given
      ImageMaker maker = new ImageMaker(folder.resolve("layers"), true);
      String inTar = make("image", Optional.empty());
      // When
      String sent =
          maker.toRegistry(
              image("ocr-service", application),
              Base.of(base.toString()),
              registry.address() + "/archive/ocr-service:1");
      // Then
      assertEquals(inTar, sent);
      JsonNode manifest = new JsonMapper().readTree(registry.manifests().get("1"));
      assertEquals(5, manifest.path("layers").size());
      for (JsonNode layer : manifest.path("layers")) {
        assertTrue(registry.blobs().containsKey(layer.path("digest").asText()));
      }
      assertTrue(registry.blobs().containsKey(manifest.at("/config/digest").asText()));
    }
  }

  @Test
  void saysWhichRegistryDoesNotAnswer() {
    // Given
    ImageMaker maker = new ImageMaker(folder.resolve("layers"), true);
    // When
    ImageRefused refused =
        assertThrows(
            ImageRefused.class,
            () ->
                maker.toRegistry(
                    image("ocr-service", application),
                    Base.of(base.toString()),
                    "localhost:1/archive/ocr-service:1"));
    // Then
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("The image of ocr-service cannot be made"),
        refused.getMessage());
  }

  @Test
  void refusesALibraryThatNoBillNames() throws IOException {
    // Given
    String component = "{\"group\": \"%s\", \"name\": \"%s\", \"version\": \"1\"}";
    String own = component.formatted("org.cotejo", "cotejo-outbox");
    file(bill, "{\"components\": [" + own + "]}");
    // When
    ImageRefused refused =
        assertThrows(ImageRefused.class, () -> BillOfMaterials.check(application, List.of(bill)));
    file(bill, "{\"components\": [" + own + "," + component.formatted("a", "library") + "]}");
    // Then
    assertEquals("No bill of materials names a.library-1.jar.", refused.getMessage());
    BillOfMaterials.check(application, List.of(bill));
  }

  @Test
  void refusesWhatIsMissingInOneSentence() {
    assertThrows(ImageRefused.class, () -> Base.of(folder.resolve("none.tar").toString()));
    assertEquals("eclipse-temurin:25-jre", Base.of("eclipse-temurin:25-jre").name());
    assertThrows(ImageRefused.class, () -> image("web-service", application));
    assertThrows(ImageRefused.class, () -> image("ocr-service", folder));
    assertFalse(Files.exists(folder.resolve("none.tar")));
  }

  private ServiceImage image(String service, Path from) {
    return new ServiceImage(
        service,
        from,
        List.of(bill),
        Optional.of(languages),
        Optional.empty(),
        "1",
        "abc",
        Instant.parse("2026-11-30T00:00:00Z"));
  }

  private String make(String name, Optional<Path> cache) {
    ServiceImage plain = image("ocr-service", application);
    ServiceImage image =
        new ServiceImage(
            plain.service(),
            plain.application(),
            plain.bills(),
            plain.languages(),
            cache,
            plain.version(),
            plain.revision(),
            plain.created());
    return new ImageMaker(folder.resolve("layers-" + name), false)
        .toTar(
            image,
            Base.of(base.toString()),
            "archive/ocr-service:1",
            folder.resolve(name + ".tar"));
  }

  private void assertArrayEqualsFiles(String one, String other) throws IOException {
    assertEquals(-1, Files.mismatch(folder.resolve(one + ".tar"), folder.resolve(other + ".tar")));
  }

  private static void file(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private JsonNode config(String name) throws IOException {
    Map<String, byte[]> parts = parts(name);
    JsonMapper mapper = new JsonMapper();
    String config = mapper.readTree(parts.get("manifest.json")).get(0).path("Config").asText();
    return mapper.readTree(parts.get(config));
  }

  private List<List<TarArchiveEntry>> layers(String name) throws IOException {
    Map<String, byte[]> parts = parts(name);
    List<List<TarArchiveEntry>> layers = new ArrayList<>();
    for (JsonNode layer :
        new JsonMapper().readTree(parts.get("manifest.json")).get(0).path("Layers")) {
      List<TarArchiveEntry> entries = new ArrayList<>();
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(
              new GZIPInputStream(new ByteArrayInputStream(parts.get(layer.asText()))))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          entries.add(entry);
        }
      }
      layers.add(entries);
    }
    return layers;
  }

  private Map<String, byte[]> parts(String name) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (InputStream file = Files.newInputStream(folder.resolve(name + ".tar"));
        TarArchiveInputStream tar = new TarArchiveInputStream(file)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        parts.put(entry.getName(), tar.readAllBytes());
      }
    }
    return parts;
  }

  /** A base with one file, as {@code docker save} writes it. */
  private Path base() throws IOException {
    byte[] layer = tar(Map.of("base", "a file".getBytes(StandardCharsets.UTF_8)));
    String config =
        """
        {"architecture": "amd64", "os": "linux",
         "config": {"Env": ["PATH=/opt/java/bin"]},
         "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}}
        """
            .formatted(digest(layer));
    Path file = folder.resolve("base.tar");
    Files.write(
        file,
        tar(
            new TreeMap<>(
                Map.of(
                    "config.json", config.getBytes(StandardCharsets.UTF_8),
                    "layer.tar", layer,
                    "manifest.json",
                        "[{\"Config\": \"config.json\", \"RepoTags\": [], \"Layers\": [\"layer.tar\"]}]"
                            .getBytes(StandardCharsets.UTF_8)))));
    return file;
  }

  private static byte[] tar(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
