package org.cotejo.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration may not do while pods of the release before it still run: what they read or
 * write must stay as it is (expand). What nobody uses any more may go a release later (contract),
 * and then says so in a line before the statement: {@code -- contract: why, unused since 0.2.0}.
 */
final class MigrationRules {
  private static final Pattern NOTE =
      Pattern.compile("--\\s*contract: .+, unused since (\\d+\\.\\d+\\.\\d+)\\s*");

  private enum Rule {
    DROP("\\bdrop\\s+(?!index\\b|not\\s+null\\b)", "takes something away"),
    RENAME("\\brename\\b", "renames something"),
    TYPE("\\balter\\s+(column\\s+)?\\w+\\s+(set\\s+data\\s+)?type\\b", "changes a type"),
    SET_NOT_NULL("\\bset\\s+not\\s+null\\b", "forbids null where it was allowed"),
    CONSTRAINT(
        "\\badd\\s+(constraint|check|unique|foreign|primary)\\b", "refuses rows that were allowed"),
    UNIQUE_INDEX("\\bcreate\\s+unique\\s+index\\b", "refuses rows that were allowed"),
    TRUNCATE("\\btruncate\\b", "empties a table");

    private final Pattern pattern;
    private final String fault;

    Rule(String pattern, String fault) {
      this.pattern = Pattern.compile(pattern);
      this.fault = fault;
    }
  }

  private static final Pattern COLUMN =
      Pattern.compile("\\badd\\s+(column\\s+)?(?!constraint|check|unique|foreign|primary)");
  private static final Pattern NOT_NULL = Pattern.compile("\\bnot\\s+null\\b");
  private static final Pattern DEFAULT = Pattern.compile("\\b(default|generated)\\b");
  private static final Pattern NEW_TABLE =
      Pattern.compile("^create\\s+(table|sequence)\\b.*", Pattern.DOTALL);

  private MigrationRules() {}

  /**
   * What is wrong with a migration, a sentence each.
   *
   * @param releases those that a note may name
   */
  static List<String> faults(String sql, Set<String> releases) {
    List<String> faults = new ArrayList<>();
    for (String raw : sql.split(";[ \\t]*(--[^\\n]*)?(\\n|$)", -1)) {
      Optional<String> note = note(raw);
      String statement = raw.replaceAll("--[^\\n]*", "").strip().toLowerCase(java.util.Locale.ROOT);
      if (statement.isEmpty() || NEW_TABLE.matcher(statement).matches()) {
        continue;
      }
      if (note.isPresent()) {
        if (!releases.contains(note.get())) {
          faults.add("the release " + note.get() + " is not known: " + shortened(statement));
        }
        continue;
      }
      for (Rule rule : Rule.values()) {
        if (rule.pattern.matcher(statement).find()) {
          faults.add(rule.fault + ": " + shortened(statement));
        }
      }
      for (String part : statement.split(",(?![^(]*\\))", -1)) {
        if (COLUMN.matcher(part).find()
            && NOT_NULL.matcher(part).find()
            && !DEFAULT.matcher(part).find()) {
          faults.add("adds a column that older writers leave empty: " + shortened(part.strip()));
        }
      }
    }
    return faults;
  }

  private static Optional<String> note(String statement) {
    return statement
        .lines()
        .map(NOTE::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst();
  }

  private static String shortened(String statement) {
    String line = statement.replaceAll("\\s+", " ");
    return line.substring(0, Math.min(line.length(), 120));
  }
}
