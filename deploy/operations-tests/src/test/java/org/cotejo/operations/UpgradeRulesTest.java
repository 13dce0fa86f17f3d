package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was released stays as it was, and what comes after it lets old and new pods live together.
 */
class UpgradeRulesTest {
  private static final Set<String> RELEASES = Set.copyOf(Releases.names());

  @Test
  void releasedMigrationsAndSchemasNeverChange() throws Exception {
    // Given
    Map<String, String> released = Releases.allFiles();
    // When
    Map<String, String> present = new TreeMap<>();
    for (String file : released.keySet()) {
      Path path = Repository.ROOT.resolve(file);
      present.put(file, Files.exists(path) ? digest(path) : "gone");
    }
    // Then
    assertTrue(released.size() > 25, released.keySet().toString());
    assertEquals(released, present);
  }

  @Test
  void newMigrationsKeepTheRules() {
    Set<String> released = Releases.allFiles().keySet();
    for (String service : Releases.WITH_DATABASE) {
      for (Path migration : Releases.migrations(service).values()) {
        String name = Releases.relative(migration);
        if (!released.contains(name)) {
          assertEquals(
              List.of(), MigrationRules.faults(Repository.text(migration), RELEASES), name);
        }
      }
    }
  }

  /** Flyway refuses a migration whose number is below one that a database has already. */
  @Test
  void newMigrationsComeAfterThoseThatWereReleased() {
    Set<String> released = Releases.allFiles().keySet();
    for (String service : Releases.WITH_DATABASE) {
      Map<Integer, Path> migrations = Releases.migrations(service);
      int highest =
          migrations.entrySet().stream()
              .filter(one -> released.contains(Releases.relative(one.getValue())))
              .mapToInt(Map.Entry::getKey)
              .max()
              .orElseThrow();
      migrations.forEach(
          (number, file) ->
              assertTrue(
                  released.contains(Releases.relative(file)) || number > highest,
                  file + " must have a number above " + highest));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table paper",
        "alter table paper drop column title",
        "alter table paper drop title",
        "create table leaf (id bigint); -- its own\ndrop table paper",
        "alter table paper rename column title to heading",
        "alter table paper rename to papers",
        "alter table paper alter column title type varchar(10)",
        "ALTER TABLE paper ALTER title SET NOT NULL",
        "alter table paper add column leaf integer not null",
        "alter table paper add leaf integer not null",
        "alter table paper add column note text, add column leaf integer not null",
        "alter table paper add constraint short check (length(title) < 10)",
        "create unique index paper_by_title on paper (title)",
        "truncate paper",
        "alter table paper alter column title drop default",
        "-- contract: nobody reads it, unused since 9.9.9\ndrop table paper",
        "-- contract: because\ndrop table paper"
      })
  void whatOlderPodsWouldStumbleOverIsRefused(String statement) {
    assertFalse(
        MigrationRules.faults("create table a (b integer);\n" + statement + ";\n", RELEASES)
            .isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table paper (id bigint primary key, title text not null unique)",
        "alter table paper add column note text",
        "alter table paper add column leaf integer not null default 0",
        "alter table paper add column a numeric(10, 2) not null default 1, add column b text",
        "create index paper_by_title on paper (title)",
        "drop index paper_by_title",
        "alter table paper alter column title drop not null",
        "-- contract: nobody reads it, unused since 0.1.0\nalter table paper drop column title",
        "-- drop table paper"
      })
  void whatOlderPodsDoNotNoticeIsAllowed(String statement) {
    assertEquals(List.of(), MigrationRules.faults(statement + ";\n", RELEASES));
  }

  private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
