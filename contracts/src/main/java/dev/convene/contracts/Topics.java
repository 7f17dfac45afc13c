package dev.convene.contracts;

/** The topics, each with its one writer. All are keyed by the host's mailbox in lower case. */
public final class Topics {

  /** Written by gateway-service. */
  public static final String SCHEDULING_COMMANDS = "scheduling.commands";

  /** Written by webex-service. */
  public static final String WEBEX_EVENTS = "webex.events";

  /** Written by calendar-service. */
  public static final String CALENDAR_EVENTS = "calendar.events";

  private static final String DEAD_LETTER = ".dead-letter";

  private Topics() {}

  /** Where {@code consumer} puts what it cannot read from {@code topic}. */
  public static String deadLetter(String topic, String consumer) {
    return topic + "." + consumer + DEAD_LETTER;
  }
}
