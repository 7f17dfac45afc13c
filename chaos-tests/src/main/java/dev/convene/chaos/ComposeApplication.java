package dev.convene.chaos;

import dev.convene.chaos.compose.ComposeStack;
import dev.convene.local.process.StartFailed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings up docker-compose.yml from the images that were built, schedules meetings through it,
 * kills a worker and restarts every service under load, compares what the API says with what the
 * vendors hold, takes all down, and looks whether anything was left. {@code chaos-tests/compose}
 * starts it.
 */
public final class ComposeApplication {

  /** Within which all has to be healthy, unless {@code --up-within SECONDS} says otherwise. */
  private static final Duration UP_WITHIN = Duration.ofMinutes(3);

  private ComposeApplication() {}

  /** Ends with 0, 1 when a promise was not kept, or 2 when it could not run. */
  public static void main(String[] arguments) throws Exception {
    Duration upWithin =
        arguments.length == 2 && arguments[0].equals("--up-within")
            ? Duration.ofSeconds(Long.parseLong(arguments[1]))
            : UP_WITHIN;
    List<String> wrong = new ArrayList<>();
    ComposeStack stack = new ComposeStack();
    try (stack) {
      Instant began = Instant.now();
      stack.up(upWithin);
      say("all healthy after " + Duration.between(began, Instant.now()).toSeconds() + " s");
      say("seconds from a JVM's start until ready: " + stack.startTimes());
      say("resident MiB, idle: " + stack.residentMiB());
      ComposedSystem system = ComposedSystem.of(stack);
      system.warmUp();
      say("meetings are scheduled");
      Outcome outcome = new RollingRestart(stack, ComposeApplication::say).run(system);
      System.out.println(Table.of(List.of(outcome)));
      System.out.print(outcome.complaint());
      if (!outcome.kept()) {
        wrong.add("a promise was NOT kept");
        System.out.println(stack.logs());
      }
    } catch (StartFailed e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    stack.leftovers().forEach(left -> wrong.add("left behind: " + left));
    System.out.println(wrong.isEmpty() ? "Every promise was kept, and nothing is left." : wrong);
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  private static void say(String what) {
    System.out.println(
        "  " + Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().substring(11) + " " + what);
  }
}
