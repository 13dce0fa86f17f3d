package org.cotejo.translation.collation.http;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.cotejo.problems.Problem;
import org.cotejo.translation.collation.Finding;
import org.cotejo.translation.collation.Rule;
import org.cotejo.translation.collation.Severity;

/**
 * Which findings are asked for.
 *
 * @param rules those wanted
 * @param severities those wanted
 */
record FindingFilter(Set<Rule> rules, Set<Severity> severities) {
  FindingFilter {
    rules = Set.copyOf(rules);
    severities = Set.copyOf(severities);
  }

  /**
   * The filter of a query; what it does not name is not filtered by.
   *
   * @throws Problem 400 for a name that nothing has
   */
  static FindingFilter of(List<String> rules, List<String> severities) {
    return new FindingFilter(
        named("rule", rules, EnumSet.allOf(Rule.class), Rule::code),
        named("severity", severities, EnumSet.allOf(Severity.class), Severity::wireName));
  }

  boolean passes(Finding finding) {
    return rules.contains(finding.rule()) && severities.contains(finding.rule().severity());
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
