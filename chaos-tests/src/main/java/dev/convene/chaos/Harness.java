package dev.convene.chaos;

import dev.convene.local.DemoClient;
import dev.convene.local.LocalStack;
import dev.convene.local.StackBuilder;
import java.nio.file.Path;
import java.util.List;

/** The whole system, two processes of each service, with the waits of production made short. */
final class Harness extends Watched {

  static final String GATEWAY = "gateway-service";
  static final String WEBEX = "webex-service";
  static final String CALENDAR = "calendar-service";

  static final List<String> PROCESSES =
      List.of(GATEWAY, GATEWAY + "-2", WEBEX, WEBEX + "-2", CALENDAR, CALENDAR + "-2");

  /** Hosts whose calendars refuse every event, so that there is something to undo. */
  static final String REFUSED = "refused%d@load.example";

  private static final String BINDER = "-Dspring.cloud.stream.kafka.binder.";
  private static final String COMMANDS =
      "-Dspring.cloud.stream.kafka.bindings.commands-out-0.producer.configuration.";

  private final LocalStack stack;

  /**
   * Starts it.
   *
   * @param data kept where something was wrong; none may be there yet
   * @param quota meetings for one host in a day; 0 is none
   * @param impatient whether calls to providers, and batches, are given less time than usual
   * @param settings further ones
   */
  Harness(Path data, int quota, boolean impatient, List<Options.Setting> settings) {
    this(start(data, quota, impatient, settings), quota);
  }

  private Harness(LocalStack stack, int quota) {
    super(
        new Site(
            List.of(stack.url(GATEWAY), stack.url(GATEWAY + "-2")),
            stack.webexSimulator(),
            stack.microsoftSimulator(),
            stack.brokers(),
            // All orders are of one client, which so sees all meetings that there are.
            () -> stack.tokens().bearer(DemoClient.SYSTEM)),
        quota);
    this.stack = stack;
  }

  private static LocalStack start(
      Path data, int quota, boolean impatient, List<Options.Setting> settings) {
    StackBuilder builder = stackToBe(quota, impatient).keepDataIn(data);
    settings.forEach(each -> builder.setting(each.service(), each.name(), each.value()));
    return builder.start();
  }

  /** What is shortened here is told in docs/reliability.md. */
  private static StackBuilder stackToBe(int quota, boolean impatient) {
    StackBuilder stack =
        LocalStack.builder()
            .quickStart()
            .replicas(2)
            .separable()
            .setting(WEBEX, "CONVENE_WEBEX_CALLSPERMINUTE", "0")
            .setting(WEBEX, "CONVENE_WEBEX_QUOTA_MEETINGSPERDAY", String.valueOf(quota))
            .setting(WEBEX, "CONVENE_WEBEX_BREAKERWAIT", "PT3S")
            .setting(WEBEX, "CONVENE_WEBEX_STEPS_VISIBILITYLAG", "PT5S")
            .setting(CALENDAR, "CONVENE_GRAPH_BREAKERWAIT", "PT3S")
            .setting(CALENDAR, "CONVENE_SENDING_SETTLESIN", "PT5S")
            // Together less than the sweeper's first look, as in production.
            .setting(GATEWAY, "CONVENE_PUBLISHING_GIVEUPAFTER", "PT2S")
            .jvmArguments(
                GATEWAY,
                COMMANDS + "delivery.timeout.ms=7000",
                COMMANDS + "request.timeout.ms=3000")
            .setting(GATEWAY, "CONVENE_SWEEPING_FIRSTAFTER", "PT10S")
            .setting(GATEWAY, "CONVENE_SWEEPING_LONGEST", "PT20S")
            .setting(GATEWAY, "CONVENE_SWEEPING_DELAYEDMARGIN", "PT10S");
    for (String worker : List.of(WEBEX, CALENDAR)) {
      stack
          .setting(worker, "CONVENE_WORKER_PARKING_FIRSTWAIT", "PT1S")
          .setting(worker, "CONVENE_WORKER_PARKING_LONGESTWAIT", "PT10S")
          .setting(worker, "CONVENE_WORKER_LONGESTPAUSE", "PT3S")
          .setting(worker, "CONVENE_WORKER_LATEAFTER", "PT8S")
          .jvmArguments(
              worker, BINDER + "transaction.producer.configuration.transaction.timeout.ms=20000");
    }
    for (String service : List.of(GATEWAY, WEBEX, CALENDAR)) {
      stack
          .jvmArguments(service, BINDER + "consumer-properties.session.timeout.ms=6000")
          .jvmArguments(service, BINDER + "consumer-properties.heartbeat.interval.ms=2000");
    }
    if (impatient) {
      stack
          .setting(WEBEX, "CONVENE_WEBEX_READTIMEOUT", "PT3S")
          .setting(CALENDAR, "CONVENE_GRAPH_CALLTIMEOUT", "PT3S")
          .setting(CALENDAR, "CONVENE_GRAPH_READTIMEOUT", "PT3S")
          .setting(CALENDAR, "CONVENE_ENTRA_TIMEOUT", "PT3S")
          .setting(WEBEX, "CONVENE_WORKER_SLOWMAILBOX_LONGESTCALL", "PT15S")
          .setting(CALENDAR, "CONVENE_WORKER_SLOWMAILBOX_LONGESTCALL", "PT15S")
          .setting(WEBEX, "CONVENE_WORKER_BATCHBUDGET", "PT5S")
          .setting(CALENDAR, "CONVENE_WORKER_BATCHBUDGET", "PT5S");
    }
    return stack;
  }

  LocalStack stack() {
    return stack;
  }

  @Override
  public void close() {
    stack.close();
  }
}
