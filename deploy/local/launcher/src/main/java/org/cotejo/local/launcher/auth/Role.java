package org.cotejo.local.launcher.auth;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotejo.local.launcher.Refusal;

/** What the bearer of a token may do. */
public enum Role {
  READER,
  SUBMITTER,
  CURATOR,
  OPERATOR;

  /** Its name in the token's claim {@code roles}. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads one role or several with commas between.
   *
   * @throws Refusal when one is not known
   */
  public static List<Role> parse(String names) {
    return Arrays.stream(names.split(",", -1)).map(Role::named).distinct().toList();
  }

  private static Role named(String name) {
    Optional<Role> found =
        Arrays.stream(values()).filter(role -> role.claim().equals(name.strip())).findFirst();
    return found.orElseThrow(
        () ->
            new Refusal(
                "there is no role \""
                    + name.strip()
                    + "\"; the roles are "
                    + Arrays.stream(values()).map(Role::claim).collect(Collectors.joining(", "))));
  }
}
