package org.cotejo.ingest.accession;

import java.util.List;
import java.util.Optional;

/**
 * What a client has sent.
 *
 * @param record bytes of the record part
 * @param scans in page order
 * @param translations one a language
 * @param transcription made by people
 */
public record Submission(
    Optional<byte[]> record,
    List<SubmittedFile> scans,
    List<SubmittedFile> translations,
    Optional<SubmittedFile> transcription) {
  public Submission {
    scans = List.copyOf(scans);
    translations = List.copyOf(translations);
  }
}
