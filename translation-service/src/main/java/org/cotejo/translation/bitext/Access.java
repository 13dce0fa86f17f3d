package org.cotejo.translation.bitext;

import java.time.LocalDate;
import java.util.Set;

/**
 * Who may see a document.
 *
 * @param level how open it is
 * @param until first public day of an embargo; {@link LocalDate#MAX} without one
 */
public record Access(Level level, LocalDate until) {
  private static final Set<String> STAFF = Set.of("curator", "operator");
  private static final Set<String> READERS = Set.of("reader", "curator", "operator");

  /** How open a document is. */
  public enum Level {
    PUBLIC,
    RESTRICTED,
    EMBARGOED
  }

  /**
   * Whether somebody may see the document.
   *
   * @param roles of the token; none without one
   * @param today the day, in UTC
   */
  public boolean allows(Set<String> roles, LocalDate today) {
    return switch (level) {
      case PUBLIC -> true;
      case RESTRICTED -> roles.stream().anyMatch(READERS::contains);
      case EMBARGOED -> !today.isBefore(until) || roles.stream().anyMatch(STAFF::contains);
    };
  }
}
