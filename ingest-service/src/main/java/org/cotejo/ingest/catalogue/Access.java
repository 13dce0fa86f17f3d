package org.cotejo.ingest.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Who may see a document.
 *
 * @param level how open it is
 * @param until the first public day of an embargo; absent for the other levels
 */
public record Access(Level level, Optional<LocalDate> until) {
  /** How open a document is. */
  public enum Level {
    PUBLIC,
    RESTRICTED,
    EMBARGOED
  }

  public Access {
    if ((level == Level.EMBARGOED) != until.isPresent()) {
      throw new IllegalArgumentException("an embargo, and nothing else, has a day");
    }
  }

  /** Open to everybody. */
  public static Access open() {
    return new Access(Level.PUBLIC, Optional.empty());
  }

  /** Open to those with a reading role. */
  public static Access restricted() {
    return new Access(Level.RESTRICTED, Optional.empty());
  }

  /** Whether somebody with these roles may see the document on a day. */
  public boolean allows(Set<String> roles, LocalDate today) {
    return switch (level) {
      case PUBLIC -> true;
      case RESTRICTED ->
          roles.contains("reader") || roles.contains("curator") || roles.contains("operator");
      case EMBARGOED ->
          until.filter(day -> !today.isBefore(day)).isPresent()
              || roles.contains("curator")
              || roles.contains("operator");
    };
  }
}
