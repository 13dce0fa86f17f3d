package org.cotejo.ingest.catalogue;

import java.util.Optional;

/**
 * A date of the catalogue.
 *
 * @param edtf what it means
 * @param printed as it stands on the paper
 */
public record EdtfDate(Edtf edtf, Optional<String> printed) {}
