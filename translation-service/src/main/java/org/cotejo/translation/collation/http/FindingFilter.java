package org.cotejo.translation.collation.http;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cotejo.problems.Problem;
import org.cotejo.translation.collation.FindingState;
import org.cotejo.translation.collation.Rule;
import org.cotejo.translation.collation.SettledFinding;
import org.cotejo.translation.collation.Settlement;
import org.cotejo.translation.collation.Severity;

/**
 * Which findings are asked for.
 *
 * @param rules those wanted
 * @param severities those wanted
 * @param states those wanted of findings that are made now
 * @param gone whether those are wanted that are made no more
 */
record FindingFilter(
    Set<Rule> rules, Set<Severity> severities, Set<FindingState> states, boolean gone) {
  private static final String GONE = "gone";

  FindingFilter {
    rules = Set.copyOf(rules);
    severities = Set.copyOf(severities);
    states = Set.copyOf(states);
  }

  /**
   * The filter of a query; what it does not name is not filtered by, but those that are gone come
   * only when they are named.
   *
   * @throws Problem 400 for a name that nothing has
   */
  static FindingFilter of(List<String> rules, List<String> severities, List<String> states) {
    Set<String> known =
        EnumSet.allOf(FindingState.class).stream()
            .map(FindingState::wireName)
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    Set<String> present = Set.copyOf(known);
    known.add(GONE);
    Set<String> wanted = states.isEmpty() ? present : named("state", states, known, name -> name);
    return new FindingFilter(
        named("rule", rules, EnumSet.allOf(Rule.class), Rule::code),
        named("severity", severities, EnumSet.allOf(Severity.class), Severity::wireName),
        wanted.stream().filter(present::contains).map(FindingState::of).collect(Collectors.toSet()),
        wanted.contains(GONE));
  }

  boolean passes(SettledFinding settled) {
    return passes(settled.finding().rule(), settled.finding().severity())
        && states.contains(settled.state());
  }

  boolean passes(Settlement goneOne) {
    Rule rule = goneOne.anchor().rule();
    return gone && passes(rule, goneOne.severity()) && goneOne.standing().isPresent();
  }

  private boolean passes(Rule rule, Severity severity) {
    return rules.contains(rule) && severities.contains(severity);
  }

  private static <T> Set<T> named(
      String filter, List<String> names, Set<T> all, Function<T, String> nameOf) {
    List<String> known = all.stream().map(nameOf).toList();
    if (!known.containsAll(names)) {
      throw Problem.of(
          400,
          "filter.unknown",
          "No such " + filter,
          "The filter " + filter + " knows " + String.join(", ", known) + ".");
    }
    return names.isEmpty()
        ? all
        : Set.copyOf(all.stream().filter(one -> names.contains(nameOf.apply(one))).toList());
  }
}
