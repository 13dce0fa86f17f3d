package org.cotejo.ingest.accession.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.cotejo.ingest.accession.Submission;
import org.cotejo.ingest.accession.SubmittedFile;
import org.cotejo.ingest.catalogue.Finding;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Turns the parts of a form into a submission. */
final class FormReader {
  private static final String TRANSLATION = "translation.";
  private static final String TRANSLATOR = "translator.";
  private static final int MAXIMUM_FILE_NAME = 300;

  private final Map<String, Collection<FormValue>> parts;
  private final Function<String, SubmittedFile> uploads;
  private final List<Finding> findings;

  /**
   * Reads a form.
   *
   * @param uploads finds a file that was sent ahead, by the id of the upload
   * @param findings gathers parts that make no sense
   */
  FormReader(
      MultipartFormDataInput input,
      Function<String, SubmittedFile> uploads,
      List<Finding> findings) {
    this.parts = new TreeMap<>(input.getValues());
    this.uploads = uploads;
    this.findings = findings;
  }

  Submission submission() {
    List<SubmittedFile> scans = new ArrayList<>(files("scan"));
    for (FormValue value : values("scan-upload")) {
      scans.add(uploads.apply(value.getValue().strip()));
    }
    unknownParts();
    return new Submission(
        first("record").map(FormReader::bytes),
        scans,
        translations(),
        files("transcription").stream().findFirst());
  }

  /** The translations alone, for one that comes later. */
  List<SubmittedFile> translations() {
    List<SubmittedFile> translations = new ArrayList<>();
    for (Map.Entry<String, Collection<FormValue>> part : parts.entrySet()) {
      if (part.getKey().startsWith(TRANSLATION)) {
        String language = part.getKey().substring(TRANSLATION.length());
        Optional<String> translator =
            first(TRANSLATOR + language)
                .map(value -> value.getValue().strip())
                .filter(name -> !name.isEmpty());
        for (FormValue value : part.getValue()) {
          if (value.isFileItem()) {
            translations.add(
                new SubmittedFile(
                    part.getKey(),
                    fileName(value),
                    path(value),
                    Optional.of(language),
                    translator));
          } else {
            findings.add(
                new Finding(
                    "translation.not-a-file", part.getKey(), "A translation is sent as a file."));
          }
        }
      }
    }
    return translations;
  }

  private void unknownParts() {
    for (String name : parts.keySet()) {
      boolean known =
          List.of("record", "scan", "scan-upload", "transcription").contains(name)
              || name.startsWith(TRANSLATION)
              || name.startsWith(TRANSLATOR);
      if (!known) {
        findings.add(
            new Finding(
                "submission.part-unknown",
                name,
                "The part \""
                    + name
                    + "\" is not known; parts are record, scan, scan-upload,"
                    + " translation.<language>, translator.<language> and transcription."));
      }
    }
  }

  private List<SubmittedFile> files(String name) {
    List<SubmittedFile> files = new ArrayList<>();
    int number = 0;
    for (FormValue value : values(name)) {
      number++;
      String field = name + "[" + number + "]";
      if (value.isFileItem()) {
        files.add(
            new SubmittedFile(
                field, fileName(value), path(value), Optional.empty(), Optional.empty()));
      } else {
        findings.add(new Finding(name + ".not-a-file", field, "This part is sent as a file."));
      }
    }
    return files;
  }

  private Collection<FormValue> values(String name) {
    return parts.getOrDefault(name, List.of());
  }

  private Optional<FormValue> first(String name) {
    return values(name).stream().findFirst();
  }

  private static byte[] bytes(FormValue value) {
    try {
      return value.isFileItem()
          ? Files.readAllBytes(path(value))
          : value.getValue().getBytes(StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Small parts are kept in memory by the server; they are written out so that all are files. */
  private static Path path(FormValue value) {
    try {
      if (value.getFileItem().isInMemory()) {
        Path file = Files.createTempFile("part-", ".bin");
        value.getFileItem().write(file);
        return file;
      }
      return value.getFileItem().getFile();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Only the last step of the name, without control characters. */
  private static String fileName(FormValue value) {
    String name = value.getFileName() == null ? "" : value.getFileName();
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    return clean.isEmpty()
        ? "unnamed"
        : clean.substring(0, Math.min(clean.length(), MAXIMUM_FILE_NAME));
  }
}
