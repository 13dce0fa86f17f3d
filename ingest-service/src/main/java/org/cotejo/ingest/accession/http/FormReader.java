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
import java.util.Set;
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

  /** As much as the JSON reader takes. */
  private static final long MAXIMUM_RECORD_BYTES = 4_000_000;

  private static final byte[] EMPTY_RECORD = {'{', '}'};
  private static final int MAXIMUM_TRANSLATOR = 500;

  private final Map<String, Collection<FormValue>> parts;
  private final List<Finding> findings;

  /**
   * Reads a form.
   *
   * @param findings gathers parts that make no sense
   */
  FormReader(MultipartFormDataInput input, List<Finding> findings) {
    this.parts = new TreeMap<>(input.getValues());
    this.findings = findings;
  }

  /**
   * The whole form.
   *
   * @param uploads finds a file that was sent ahead, by the id of the upload; empty when it cannot
   *     be used, and then adds a finding
   */
  Submission submission(Function<String, Optional<SubmittedFile>> uploads) {
    List<SubmittedFile> scans = new ArrayList<>(files("scan"));
    for (FormValue value : values("scan-upload")) {
      if (value.isFileItem()) {
        findings.add(
            new Finding("upload.not-an-id", "scan-upload", "This part is the id of an upload."));
      } else {
        uploads.apply(value.getValue().strip()).ifPresent(scans::add);
      }
    }
    unknownParts(
        Set.of("record", "scan", "scan-upload", "transcription"),
        "record, scan, scan-upload, translation.<language>, translator.<language> and"
            + " transcription");
    once("record");
    once("transcription");
    return new Submission(
        first("record").flatMap(this::record),
        scans,
        translations(),
        files("transcription").stream().findFirst());
  }

  /** The translations of a form that has nothing else. */
  List<SubmittedFile> onlyTranslations() {
    unknownParts(Set.of(), "translation.<language> and translator.<language>");
    return translations();
  }

  private List<SubmittedFile> translations() {
    List<SubmittedFile> translations = new ArrayList<>();
    for (Map.Entry<String, Collection<FormValue>> part : parts.entrySet()) {
      if (part.getKey().startsWith(TRANSLATION)) {
        String language = part.getKey().substring(TRANSLATION.length());
        Optional<String> translator =
            first(TRANSLATOR + language)
                .filter(value -> !value.isFileItem())
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

  private void once(String name) {
    if (values(name).size() > 1) {
      findings.add(
          new Finding("submission.part-twice", name, "The part \"" + name + "\" comes once."));
    }
  }

  private void unknownParts(Set<String> named, String known) {
    for (String name : parts.keySet()) {
      if (name.startsWith(TRANSLATOR)) {
        translator(name);
      } else if (!named.contains(name) && !name.startsWith(TRANSLATION)) {
        findings.add(
            new Finding(
                "submission.part-unknown",
                name,
                "The part \"" + name + "\" is not known; parts are " + known + "."));
      }
    }
  }

  private void translator(String part) {
    String language = part.substring(TRANSLATOR.length());
    for (FormValue value : values(part)) {
      if (value.isFileItem() || value.getValue().strip().length() > MAXIMUM_TRANSLATOR) {
        findings.add(
            new Finding(
                "translator.invalid",
                part,
                "A translator is a name of at most " + MAXIMUM_TRANSLATOR + " characters."));
      }
    }
    if (!parts.containsKey(TRANSLATION + language)) {
      findings.add(
          new Finding(
              "translator.without-translation",
              part,
              "There is no part translation." + language + " for this translator."));
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

  private Optional<byte[]> record(FormValue value) {
    try {
      if (!value.isFileItem()) {
        return Optional.of(value.getValue().getBytes(StandardCharsets.UTF_8));
      }
      if (value.getFileItem().getFileSize() > MAXIMUM_RECORD_BYTES) {
        findings.add(
            new Finding(
                "record.too-large",
                "record",
                "The record has more than " + MAXIMUM_RECORD_BYTES + " bytes."));
        return Optional.of(EMPTY_RECORD);
      }
      return Optional.of(Files.readAllBytes(path(value)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Small parts are kept in memory by the server; they are written out so that all are files. */
  private Path path(FormValue value) {
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
