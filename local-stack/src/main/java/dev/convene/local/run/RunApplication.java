package dev.convene.local.run;

import dev.convene.local.DemoClient;
import dev.convene.local.DemoPerson;
import dev.convene.local.LocalStack;
import dev.convene.local.Ports;
import dev.convene.local.StackBuilder;
import dev.convene.local.process.Part;
import dev.convene.local.process.StartFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code ./run} runs. */
public final class RunApplication {

  private static final List<String> SIMULATED_ATTENDEES =
      List.of("alice@contoso.example", "carol@contoso.example");
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Options options;
  private final Console console;

  private RunApplication(Options options, Console console) {
    this.options = options;
    this.console = console;
  }

  /**
   * Takes the options that {@code usage.txt} tells of. Ends with 0, 1 when something failed, or 2
   * for a wrong option.
   */
  public static void main(String[] arguments) throws InterruptedException {
    Console console = new Console(System.out, Boolean.getBoolean("convene.colour"));
    int exitCode;
    try {
      exitCode = new RunApplication(Options.of(arguments), console).run();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + " See: ./run --help");
      exitCode = 2;
    } catch (StartFailed e) {
      System.err.println("\n" + e.getMessage());
      exitCode = 1;
    }
    System.exit(exitCode);
  }

  private int run() throws InterruptedException {
    console.line(console.bold("Convene") + " starts on this machine");
    StackBuilder builder =
        LocalStack.builder()
            .ports(Ports.standard(options.portOffset()))
            .vendorsAsIn(System.getenv())
            .quickStart()
            .progress(this::ready);
    if (options.keep()) {
      builder.keepDataIn(Path.of(".data", "offset-" + options.portOffset()).toAbsolutePath());
    }
    try (LocalStack stack = builder.start()) {
      if (!sample(stack)) {
        stack.keepData();
        console.line("\nThe sample meeting was not scheduled. The logs stay in " + stack.logs());
        return 1;
      }
      where(stack);
      if (!options.once()) {
        stayUp(stack);
      }
      return 0;
    }
  }

  private void ready(String part, String where, Duration took) {
    console.line(
        "  %s %-18s %-46s %s"
            .formatted(console.good("✓"), part, where, console.dim(Console.time(took))));
  }

  /** Whether it went well, or was not wanted. */
  private boolean sample(LocalStack stack) throws InterruptedException {
    if (!options.sample()) {
      return true;
    }
    if (options.sampleHost() == null && !stack.simulatesVendors()) {
      console.line("\nNo sample meeting, since it would invite real people: see --sample-host.");
      return true;
    }
    SampleMeeting sample =
        new SampleMeeting(stack.gateway(), () -> stack.tokens().bearer(DemoClient.SYSTEM), console);
    return options.sampleHost() == null
        ? sample.schedule("bob@contoso.example", SIMULATED_ATTENDEES)
        : sample.schedule(options.sampleHost(), options.sampleAttendees());
  }

  private void where(LocalStack stack) {
    console.line("\n" + console.bold("Where things are"));
    place("the portal", stack.gateway() + "/");
    place("API", stack.gateway() + "/api/v1/meetings");
    place("its documentation", stack.gateway() + "/swagger-ui.html");
    place("tokens", stack.auth() + "/oauth2/token");
    stack
        .simulatorPages()
        .forEach((vendor, page) -> place(vendor + ", simulated", page.toString()));
    place("logs", stack.logs().toString());
    console.line("\n" + console.bold("Demo clients") + ", with the secret " + DemoClient.SECRET);
    DemoClient.all().forEach(client -> place(client.clientId(), client.scopes()));
    if (stack.simulatesVendors()) {
      console.line("\n" + console.bold("Demo people") + ", who sign in without a password");
      DemoPerson.all().forEach(person -> place(person.mailbox(), person.does()));
      place("they connect Webex at", stack.auth() + "/accounts");
    }
    console.line("\n" + console.bold("To try it") + ", with a token that is good for ten minutes");
    console.line(
        "  token=$(curl -su %s:%s -d grant_type=client_credentials %s/oauth2/token |"
                .formatted(DemoClient.SYSTEM.clientId(), DemoClient.SECRET, stack.auth())
            + " sed 's/.*\"access_token\":\"\\([^\"]*\\).*/\\1/')");
    console.line(
        "  curl -H \"Authorization: Bearer $token\" %s/api/v1/meetings".formatted(stack.gateway()));
  }

  private void place(String what, String where) {
    console.line("  %-22s %s".formatted(what, where));
  }

  /** Until this JVM is told to end; what falls over meanwhile is reported once. */
  private void stayUp(LocalStack stack) throws InterruptedException {
    console.line("\nCtrl-C stops it all.");
    Set<Part> fallen = new HashSet<>();
    while (true) {
      Thread.sleep(LOOK);
      for (Part part : stack.parts()) {
        if (part.hasFallen() && fallen.add(part)) {
          console.line(console.bad(part.name() + " has ended; see " + part.log()));
        }
      }
    }
  }
}
