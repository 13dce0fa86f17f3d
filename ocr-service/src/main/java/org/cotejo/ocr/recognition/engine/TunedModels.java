package org.cotejo.ocr.recognition.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fetched models with networks of our own in them, trained further on typescript ({@code
 * ocr-service/training}). The networks are in this program; a model whose file is the one that was
 * trained further, by its digest, is joined with its network, any other is taken as it is.
 * Tesseract reads files, and all models of a page from one folder, so that they are written to one.
 */
public final class TunedModels {
  private static final String NETWORKS = "/networks/";

  /** For each network the model, the digest of the fetched file and that of the network. */
  private static final String LIST = NETWORKS + "networks.tsv";

  private record Tuned(String model, String fetched, String digest) {
    static Tuned of(String row) {
      String[] cells = row.split("\t", -1);
      return new Tuned(cells[0], cells[1], cells[2]);
    }

    byte[] network() {
      byte[] network = resource(NETWORKS + model + ".lstm");
      if (!LanguageModels.sha256(network).equals(digest)) {
        throw new IllegalStateException("the network for " + model + " is not that of the list");
      }
      return network;
    }
  }

  private TunedModels() {}

  /**
   * The models of a folder, those that there is a network for joined with it.
   *
   * @param workspace folder that joined models are written below, or found when they are there
   */
  public static LanguageModels of(LanguageModels fetched, Path workspace) {
    SortedMap<String, byte[]> joined = new TreeMap<>();
    for (Tuned tuned : list()) {
      if (tuned.fetched().equals(fetched.digests().get(tuned.model()))) {
        Path file = fetched.file(tuned.model());
        joined.put(tuned.model(), ModelFile.of(read(file)).with(tuned.network()).bytes());
      }
    }
    return joined.isEmpty() ? fetched : written(fetched, joined, workspace);
  }

  private static LanguageModels written(
      LanguageModels fetched, SortedMap<String, byte[]> joined, Path workspace) {
    SortedMap<String, String> digests = new TreeMap<>(fetched.digests());
    joined.forEach((model, content) -> digests.put(model, LanguageModels.sha256(content)));
    String content = LanguageModels.sha256(digests.toString().getBytes(StandardCharsets.UTF_8));
    LanguageModels models =
        new LanguageModels(workspace.resolve(content.substring(0, 16)), digests);
    try {
      Files.createDirectories(models.directory());
      for (String model : fetched.digests().keySet()) {
        byte[] own = joined.get(model);
        Path target = models.file(model);
        if (own == null) {
          link(target, fetched.file(model));
        } else if (!Files.exists(target) || !Arrays.equals(own, Files.readAllBytes(target))) {
          replace(target, own);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the language models cannot be written", failure);
    }
    return models;
  }

  private static void link(Path target, Path file) throws IOException {
    Path real = file.toRealPath();
    if (Files.isSymbolicLink(target) && Files.readSymbolicLink(target).equals(real)) {
      return;
    }
    Path fresh = fresh(target);
    // A container's process has the same number after a crash, and its temporary folder stays.
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, real);
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void replace(Path target, byte[] content) throws IOException {
    Path fresh = fresh(target);
    Files.write(fresh, content);
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Several services may start at once. */
  private static Path fresh(Path target) {
    return target.resolveSibling(
        "%s.%d".formatted(target.getFileName(), ProcessHandle.current().pid()));
  }

  private static List<Tuned> list() {
    List<Tuned> list = new ArrayList<>();
    new String(resource(LIST), StandardCharsets.UTF_8)
        .lines()
        .filter(row -> !row.startsWith("#"))
        .forEach(row -> list.add(Tuned.of(row)));
    return list;
  }

  private static byte[] resource(String name) {
    try (InputStream content =
        Objects.requireNonNull(TunedModels.class.getResourceAsStream(name), name)) {
      return content.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException("the program lacks " + name, failure);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("a language model cannot be read", failure);
    }
  }
}
