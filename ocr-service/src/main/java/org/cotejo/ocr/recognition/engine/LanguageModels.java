package org.cotejo.ocr.recognition.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotejo.ocr.recognition.LanguageMissing;
import org.cotejo.ocr.recognition.LanguageTag;

/**
 * The language models in a folder, each with the digest of its file, read once at start.
 *
 * @param directory of files named {@code <model>.traineddata}
 * @param digests SHA-256 in hexadecimal by name of model; the orientation model {@code osd}
 *     included
 */
public record LanguageModels(Path directory, SortedMap<String, String> digests) {
  /** Finds page orientation; it reads no language. */
  public static final String ORIENTATION = "osd";

  private static final String SUFFIX = ".traineddata";

  public LanguageModels {
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
  }

  /** The models of a folder; none when there is no such folder. */
  public static LanguageModels in(Path directory) {
    SortedMap<String, String> digests = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
        for (Path file : files) {
          String fileName = file.getFileName().toString();
          digests.put(fileName.substring(0, fileName.length() - SUFFIX.length()), sha256(file));
        }
      } catch (IOException failure) {
        throw new UncheckedIOException("the folder of language models cannot be read", failure);
      }
    }
    return new LanguageModels(directory, digests);
  }

  /** Where a model is. */
  public Path file(String name) {
    return directory.resolve(name + SUFFIX);
  }

  /** Names of the models that read a language. */
  public SortedSet<String> languages() {
    SortedSet<String> names = new TreeSet<>(digests.keySet());
    names.remove(ORIENTATION);
    return Collections.unmodifiableSortedSet(names);
  }

  /** Whether page orientation can be found. */
  public boolean hasOrientation() {
    return digests.containsKey(ORIENTATION);
  }

  /**
   * The models for a paper, main language first.
   *
   * @throws LanguageMissing when one is not there
   */
  public List<String> modelsFor(List<LanguageTag> tags) {
    SequencedSet<String> wanted = new LinkedHashSet<>();
    tags.forEach(tag -> wanted.add(tag.model()));
    List<String> missing = wanted.stream().filter(name -> !languages().contains(name)).toList();
    if (wanted.isEmpty() || !missing.isEmpty()) {
      throw new LanguageMissing(missing, languages());
    }
    return List.copyOf(wanted);
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file);
        DigestInputStream digested = new DigestInputStream(content, sha256())) {
      digested.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }
  }

  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
