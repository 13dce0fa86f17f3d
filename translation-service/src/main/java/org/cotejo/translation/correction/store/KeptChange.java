package org.cotejo.translation.correction.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.OptionalLong;
import org.cotejo.translation.correction.Change;

/**
 * A change with its history.
 *
 * @param change what it says; nothing for one that undoes another
 * @param author who made it
 * @param madeAt when
 * @param alignmentVersion of the alignment that showed it first
 * @param operations as they were sent
 * @param undoes the change that it took back
 * @param undoneBy the change that took it back
 */
public record KeptChange(
    Change change,
    String author,
    Instant madeAt,
    int alignmentVersion,
    JsonNode operations,
    OptionalLong undoes,
    OptionalLong undoneBy) {

  /** Whether it still says something. */
  public boolean stands() {
    return undoes.isEmpty() && undoneBy.isEmpty();
  }
}
