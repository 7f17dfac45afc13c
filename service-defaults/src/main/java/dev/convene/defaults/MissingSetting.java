package dev.convene.defaults;

import java.util.List;

/** Settings without which the service must not start. Ends start-up with a line for each. */
public final class MissingSetting extends RuntimeException {

  private final List<String> actions;

  MissingSetting(List<String> variables, List<String> actions) {
    super("Not set: " + String.join(", ", variables));
    this.actions = List.copyOf(actions);
  }

  /**
   * @param variable the environment variable that sets it
   * @param meaning what to set it to
   */
  public MissingSetting(String variable, String meaning) {
    this(List.of(variable), List.of(action(variable, meaning)));
  }

  static String action(String variable, String meaning) {
    return "Set " + variable + " to " + meaning + ".";
  }

  String action() {
    return String.join(System.lineSeparator(), actions);
  }
}
