package org.cotejo.translation.bitext;

import java.util.UUID;

/**
 * An alignment that is to be made; what it works on is fixed.
 *
 * @param documentId the document
 * @param ingestId the ingest that it belongs to
 * @param traceparent W3C Trace Context; empty for none
 * @param version number of this alignment among those of the document
 * @param document what the catalogue announced
 * @param progress the state that it is made from
 */
public record AlignmentTask(
    UUID documentId,
    String ingestId,
    String traceparent,
    int version,
    AnnouncedDocument document,
    DocumentProgress progress) {}
