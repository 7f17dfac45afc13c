package dev.convene.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The version before goes on working on a schema while the next one is rolled out. */
class MigrationsTest {

  /** When it was written there was no version before. */
  private static final List<String> BEFORE_THE_FIRST_RELEASE = List.of("V5__who_asked.sql");

  private static final Map<String, Pattern> BREAKING =
      Map.of(
          "drops what the version before may use",
          pattern("\\bdrop\\s+(table|column|view|sequence|type|function)\\b"),
          "renames",
          pattern("\\brename\\b"),
          "changes a type",
          pattern("\\balter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type\\b"),
          "requires what the version before does not write",
          pattern("\\balter\\s+column\\s+\\w+\\s+set\\s+not\\s+null\\b"),
          "requires a new column",
          pattern(
              "\\badd\\s+(column\\s+)?(?!constraint)\\w+[^,;]*\\bnot\\s+null\\b(?![^,;]*\\bdefault\\b)(?<!default[^,;]{0,80}not null)"));

  private static Pattern pattern(String text) {
    return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
  }

  static Stream<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.walk(Repository.ROOT, 7)) {
      return files
          .filter(file -> file.toString().contains("/src/main/resources/db/"))
          .filter(file -> file.toString().endsWith(".sql"))
          .filter(file -> !BEFORE_THE_FIRST_RELEASE.contains(file.getFileName().toString()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("migrations")
  void aMigrationOnlyAdds(Path file) throws IOException {
    assertThat(breaches(Files.readString(file))).isEmpty();
  }

  @Test
  void thereAreSome() throws IOException {
    assertThat(migrations()).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table meeting drop column host;",
        "drop table parked;",
        "alter table meeting rename column client to owner;",
        "alter table meeting alter column host type varchar(10);",
        "ALTER TABLE meeting ALTER COLUMN host SET NOT NULL;",
        "alter table meeting add column a text, add column b text not null;"
      })
  void whatBreaksTheVersionBeforeIsFound(String sql) {
    assertThat(breaches(sql)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table meeting add column a integer not null default 0, add column b text;",
        "alter table meeting add column a boolean default false not null;",
        "create table parked (host text not null);",
        "alter table meeting add constraint c check (a is not null);",
        "-- to drop a column is for later\nselect 1;"
      })
  void whatTheVersionBeforeDoesNotNoticeIsRight(String sql) {
    assertThat(breaches(sql)).isEmpty();
  }

  private static List<String> breaches(String sql) {
    String statements = sql.replaceAll("--[^\n]*", "");
    return BREAKING.entrySet().stream()
        .filter(it -> it.getValue().matcher(statements).find())
        .map(Map.Entry::getKey)
        .toList();
  }
}
