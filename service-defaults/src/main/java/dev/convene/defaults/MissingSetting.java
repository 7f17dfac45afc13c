package dev.convene.defaults;

/** A setting without which the service must not start. Ends start-up with one line that says so. */
public final class MissingSetting extends RuntimeException {

  private final String action;

  /**
   * @param property as in a configuration file
   * @param variable the environment variable that sets it
   * @param meaning what to set it to
   */
  public MissingSetting(String property, String variable, String meaning) {
    super(property + " is not set");
    this.action = "Set " + variable + " (or " + property + ") to " + meaning + ".";
  }

  String action() {
    return action;
  }
}
