package org.cotejo.search.retrieval;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Who may see what; the same rule stands as a filter in every query. */
public final class AccessRule {
  private AccessRule() {}

  /** Whether roles open restricted documents. */
  public static boolean seesRestricted(Set<String> roles) {
    return roles.contains("reader") || seesEmbargoed(roles);
  }

  /** Whether roles open documents under embargo. */
  public static boolean seesEmbargoed(Set<String> roles) {
    return roles.contains("curator") || roles.contains("operator");
  }

  /**
   * Whether somebody may see one document.
   *
   * @param level public, restricted or embargoed
   * @param until first public day of an embargo
   */
  public static boolean allows(
      String level, Optional<LocalDate> until, Set<String> roles, LocalDate today) {
    return switch (level) {
      case "public" -> true;
      case "restricted" -> seesRestricted(roles);
      case "embargoed" ->
          until.filter(day -> !today.isBefore(day)).isPresent() || seesEmbargoed(roles);
      default -> false;
    };
  }
}
