package dev.convene.contracts;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The topics, each with its one writer. Whatever is about one mailbox has it as its key, in lower
 * case.
 */
public final class Topics {

  /** Written by gateway-service. */
  public static final String SCHEDULING_COMMANDS = "scheduling.commands";

  /** Written by webex-service. */
  public static final String WEBEX_EVENTS = "webex.events";

  /** Written by calendar-service. */
  public static final String CALENDAR_EVENTS = "calendar.events";

  /** Written by gateway-service. */
  public static final String OPERATIONS_COMMANDS = "operations.commands";

  /** Who reads what, and so needs a place for what it cannot read. */
  public static final Map<String, Set<String>> CONSUMERS =
      Map.of(
          SCHEDULING_COMMANDS, Set.of("webex-service"),
          WEBEX_EVENTS, Set.of("calendar-service", "gateway-service"),
          CALENDAR_EVENTS, Set.of("webex-service", "gateway-service"),
          OPERATIONS_COMMANDS, Set.of("webex-service", "calendar-service"));

  private static final String DEAD_LETTER = ".dead-letter";

  private Topics() {}

  /** Where {@code consumer} puts what it cannot read from {@code topic}. */
  public static String deadLetter(String topic, String consumer) {
    return topic + "." + consumer + DEAD_LETTER;
  }

  /** The dead-letter topics that a service writes to. */
  public static List<String> deadLettersOf(String consumer) {
    return CONSUMERS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(consumer))
        .map(entry -> deadLetter(entry.getKey(), consumer))
        .sorted()
        .toList();
  }
}
