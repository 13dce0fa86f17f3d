package org.cotejo.ingest.accession;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cotejo.ingest.catalogue.Access;
import org.cotejo.ingest.catalogue.CatalogueRecord;
import org.cotejo.ingest.catalogue.Finding;
import org.cotejo.ingest.catalogue.LanguageTag;
import org.cotejo.ingest.catalogue.Part;
import org.cotejo.ingest.catalogue.RecordReader;

/** Looks at every part of a submission and gathers all faults before anything is accepted. */
public final class SubmissionCheck {
  private final ScanInspection inspection;
  private final ScanLimits limits;
  private final int maximumTranslations;
  private final List<Finding> findings;

  /**
   * A check.
   *
   * @param findings gathers the faults; may hold some already
   */
  public SubmissionCheck(
      ScanInspection inspection,
      ScanLimits limits,
      int maximumTranslations,
      List<Finding> findings) {
    this.inspection = inspection;
    this.limits = limits;
    this.maximumTranslations = maximumTranslations;
    this.findings = findings;
  }

  /**
   * Checks a submission.
   *
   * @param recordTree the parsed record; empty when there was none to parse
   * @return the checked submission; empty when there are findings
   */
  public Optional<CheckedSubmission> check(
      Submission submission, Optional<Map<?, ?>> recordTree, Access defaultAccess) {
    Optional<CatalogueRecord> record = Optional.empty();
    if (recordTree.isPresent()) {
      RecordReader.Reading reading = RecordReader.read(recordTree.get(), defaultAccess);
      findings.addAll(reading.findings());
      record = reading.record();
    }
    List<CheckedSubmission.Scan> scans = scans(submission.scans());
    List<CheckedSubmission.Translation> translations = translations(submission.translations());
    Optional<CheckedSubmission.Transcription> transcription =
        submission
            .transcription()
            .flatMap(
                file ->
                    text(file, TextFormat::isTranscription)
                        .map(format -> new CheckedSubmission.Transcription(file, format)));
    record.ifPresent(read -> partsFit(read, scans));
    if (!findings.isEmpty() || record.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new CheckedSubmission(record.get(), scans, translations, transcription));
  }

  /** Checks translations alone. */
  public List<CheckedSubmission.Translation> translations(List<SubmittedFile> files) {
    if (files.size() > maximumTranslations) {
      add(
          "translation.too-many",
          "translation",
          "At most " + maximumTranslations + " translations are taken.");
    }
    List<CheckedSubmission.Translation> translations = new ArrayList<>();
    Set<LanguageTag> languages = new HashSet<>();
    for (SubmittedFile file : files) {
      String given = file.language().orElse("");
      Optional<LanguageTag> language = LanguageTag.parse(given);
      if (language.isEmpty()) {
        add(
            "translation.language-invalid",
            file.field(),
            "\"" + given + "\" is not a BCP 47 language tag; English is en.");
      } else if (!languages.add(language.get())) {
        add(
            "translation.language-twice",
            file.field(),
            "There are two translations into " + language.get() + ".");
      }
      Optional<TextFormat> format = text(file, TextFormat::isTranslation);
      if (language.isPresent() && format.isPresent()) {
        translations.add(new CheckedSubmission.Translation(file, language.get(), format.get()));
      }
    }
    return translations;
  }

  private List<CheckedSubmission.Scan> scans(List<SubmittedFile> files) {
    // One that was named but cannot be used has been told of already.
    if (files.isEmpty()
        && findings.stream().noneMatch(finding -> finding.field().startsWith("scan"))) {
      add("scan.missing", "scan", "The submission has no scan.");
    }
    if (files.size() > limits.files()) {
      add("scan.too-many-files", "scan", "At most " + limits.files() + " scan files are taken.");
      return List.of();
    }
    List<CheckedSubmission.Scan> scans = new ArrayList<>();
    List<SubmittedFile> seen = new ArrayList<>();
    for (SubmittedFile file : files) {
      try {
        scans.add(new CheckedSubmission.Scan(file, inspection.inspect(file.content())));
        twin(file, seen)
            .ifPresent(
                twin ->
                    add(
                        "scan.twice",
                        file.field(),
                        file.fileName() + " is the same file as " + twin.fileName() + "."));
        seen.add(file);
      } catch (BrokenScan broken) {
        add(broken.code(), file.field(), file.fileName() + ": " + broken.explanation());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    int pages = scans.stream().mapToInt(scan -> scan.inspected().pageCount()).sum();
    if (pages > limits.pages()) {
      add(
          "scan.too-many-pages",
          "scan",
          "The scans have " + pages + " pages; at most " + limits.pages() + " are taken.");
    }
    return scans;
  }

  /** An earlier file with the same bytes; sizes differ for most, so little is read. */
  private static Optional<SubmittedFile> twin(SubmittedFile file, List<SubmittedFile> seen)
      throws IOException {
    for (SubmittedFile other : seen) {
      if (Files.size(other.content()) == Files.size(file.content())
          && Files.mismatch(other.content(), file.content()) < 0) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  /** What a text is; empty when it is refused. */
  private Optional<TextFormat> text(SubmittedFile file, Predicate<TextFormat> taken) {
    try {
      Optional<TextFormat> format = TextFormat.of(file.content()).filter(taken);
      if (format.isEmpty()) {
        add(
            "text.format-unknown",
            file.field(),
            file.fileName()
                + " is of a format that is not read; known are plain text and "
                + Arrays.stream(TextFormat.values())
                    .filter(known -> known != TextFormat.PLAIN)
                    .filter(taken)
                    .map(TextFormat::name)
                    .collect(Collectors.joining(", "))
                + ".");
        return Optional.empty();
      }
      return isSound(file, format.get()) ? format : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private boolean isSound(SubmittedFile file, TextFormat format) throws IOException {
    boolean plain = format == TextFormat.PLAIN;
    long greatest = plain ? limits.translationBytes() : limits.translationFileBytes();
    long size = Files.size(file.content());
    if (size > greatest) {
      add(
          "text.too-large",
          file.field(),
          file.fileName() + " has " + size + " bytes; at most " + greatest + " are taken.");
      return false;
    }
    if (!plain) {
      return true;
    }
    Optional<String> text = TranslationText.decode(Files.readAllBytes(file.content()));
    if (text.isEmpty()) {
      add(
          "text.not-plain",
          file.field(),
          file.fileName() + " is not plain text in UTF-8, UTF-16 or Windows-1252.");
    } else if (text.get().isBlank()) {
      add("text.empty", file.field(), file.fileName() + " has no text.");
    }
    return text.isPresent() && !text.get().isBlank();
  }

  private void partsFit(CatalogueRecord record, List<CheckedSubmission.Scan> scans) {
    int pages = scans.stream().mapToInt(scan -> scan.inspected().pageCount()).sum();
    findings.addAll(partsBeyond(record, pages));
  }

  /** Parts that name pages the document does not have. */
  public static List<Finding> partsBeyond(CatalogueRecord record, int pageCount) {
    List<Finding> beyond = new ArrayList<>();
    for (int index = 0; index < record.parts().size(); index++) {
      Part part = record.parts().get(index);
      if (part.pages().filter(range -> range.to() > pageCount).isPresent()) {
        beyond.add(
            new Finding(
                "record.pages-beyond",
                "record.parts[" + index + "].pages",
                "The part ends on page "
                    + part.pages().get().to()
                    + ", but there are "
                    + pageCount
                    + " pages."));
      }
    }
    return beyond;
  }

  private void add(String code, String field, String message) {
    findings.add(new Finding(code, field, message));
  }
}
