package org.cotejo.ingest.accession;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of a submission, on local disk for the time of the request.
 *
 * @param field name of the part, for findings
 * @param fileName as the client called it
 * @param content where it is
 * @param language of a translation
 * @param translator of a translation
 */
public record SubmittedFile(
    String field,
    String fileName,
    Path content,
    Optional<String> language,
    Optional<String> translator) {}
