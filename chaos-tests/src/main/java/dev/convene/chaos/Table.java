package dev.convene.chaos;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Outcomes side by side, as they stand in the documentation. */
final class Table {

  private Table() {}

  static String of(List<Outcome> outcomes) {
    String head =
        row("seed", outcomes.stream().map(outcome -> String.valueOf(outcome.seed())).toList());
    String line = row("---", outcomes.stream().map(_ -> "---").toList());
    String body =
        outcomes.getFirst().figures().keySet().stream()
            .map(name ->
                row(
                    name,
                    outcomes.stream()
                        .map(outcome -> outcome.figures().getOrDefault(name, ""))
                        .toList()))
            .collect(joining());
    return head + line + body;
  }

  private static String row(String name, List<String> cells) {
    return "| " + name + " | " + String.join(" | ", cells) + " |\n";
  }
}
