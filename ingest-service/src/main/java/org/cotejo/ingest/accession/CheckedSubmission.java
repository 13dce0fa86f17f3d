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
 * @param translations plain texts
 * @param transcription plain text
 */
public record CheckedSubmission(
    CatalogueRecord record,
    List<Scan> scans,
    List<Translation> translations,
    Optional<SubmittedFile> transcription) {
  public CheckedSubmission {
    scans = List.copyOf(scans);
    translations = List.copyOf(translations);
  }

  /** A scan file and what it is. */
  public record Scan(SubmittedFile file, ScanInspection.Inspected inspected) {}

  /** A translation and its canonical language. */
  public record Translation(SubmittedFile file, LanguageTag language) {}

  /** Pages of all scans. */
  public int pageCount() {
    return scans.stream().mapToInt(scan -> scan.inspected().pageCount()).sum();
  }
}
