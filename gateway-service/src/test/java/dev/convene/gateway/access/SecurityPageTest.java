package dev.convene.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table in docs/security.md says of each door what the code says. */
class SecurityPageTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `((?:GET|POST|DELETE) [^`]+)` \\| ([^|]*) \\|", Pattern.MULTILINE);

  private static String openTo(Door door) {
    return switch (door.to()) {
      case EVERYBODY -> "everybody";
      case CALLERS -> "any caller";
      case CALLERS_WITH_A_SCOPE ->
          String.join(
              ", ",
              door.opens().stream().map(scope -> "`" + scope.value() + "`").sorted().toList());
    };
  }

  @Test
  void everyDoorIsThereWithWhomItIsOpenTo() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "security.md"));
    String gateway =
        page.substring(page.indexOf("## gateway-service"), page.indexOf("## auth-service"));
    List<MatchResult> rows = ROW.matcher(gateway).results().toList();

    assertThat(rows)
        .extracting(row -> row.group(1))
        .containsExactlyInAnyOrderElementsOf(
            Doors.list().stream().map(door -> door.method() + " " + door.path()).toList());
    for (Door door : Doors.list()) {
      assertThat(rows)
          .filteredOn(row -> row.group(1).equals(door.method() + " " + door.path()))
          .singleElement()
          .satisfies(row -> assertThat(row.group(2)).startsWith(openTo(door)));
    }
  }
}
