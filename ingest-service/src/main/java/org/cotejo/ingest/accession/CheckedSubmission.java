package org.cotejo.ingest.accession;

import java.util.List;
import java.util.Optional;
import org.cotejo.ingest.catalogue.CatalogueRecord;
import org.cotejo.ingest.catalogue.LanguageTag;

/**
 * A submission without fault.
 *
 * @param record of the catalogue
 * @param scans with what was found in them
 * @param translations with what they are
 * @param transcription of the original, made by people
 */
public record CheckedSubmission(
    CatalogueRecord record,
    List<Scan> scans,
    List<Translation> translations,
    Optional<Transcription> transcription) {
  public CheckedSubmission {
    scans = List.copyOf(scans);
    translations = List.copyOf(translations);
  }

  /** A scan file and what it is. */
  public record Scan(SubmittedFile file, ScanInspection.Inspected inspected) {}

  /** A translation, its canonical language, and what it is. */
  public record Translation(SubmittedFile file, LanguageTag language, TextFormat format) {}

  /** A transcription and what it is. */
  public record Transcription(SubmittedFile file, TextFormat format) {}

  /** Pages of all scans. */
  public int pageCount() {
    return scans.stream().mapToInt(scan -> scan.inspected().pageCount()).sum();
  }
}
