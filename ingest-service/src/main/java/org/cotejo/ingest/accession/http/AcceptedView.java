package org.cotejo.ingest.accession.http;

import java.util.Map;
import java.util.UUID;

/** The answer to a submission or change that was accepted. */
public record AcceptedView(
    UUID documentId, UUID ingestId, long revision, Map<String, String> links) {}
