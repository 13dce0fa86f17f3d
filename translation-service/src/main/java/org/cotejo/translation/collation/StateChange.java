package org.cotejo.translation.collation;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * One change of what is thought of a finding; never changed itself.
 *
 * @param id rises with time
 * @param state that it led to
 * @param note of the curator; empty for none
 * @param author who changed it
 * @param at when
 * @param undoes the change that it took back
 */
public record StateChange(
    long id, FindingState state, String note, String author, Instant at, OptionalLong undoes) {}
