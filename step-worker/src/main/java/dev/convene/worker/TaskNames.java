package dev.convene.worker;

import dev.convene.contracts.Step;
import java.util.Locale;

/** Steps by the names that the table of parked steps shows. */
final class TaskNames {

  private TaskNames() {}

  static String of(Step step) {
    return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Step step(String taskName) {
    return Step.valueOf(taskName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
