package dev.convene.local.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./run} was asked for.
 *
 * @param sampleHost whose meeting the sample is; absent means the simulated tenant's Bob
 * @param sampleAttendees who is invited to it
 */
record Options(
    int portOffset,
    boolean keep,
    boolean sample,
    boolean once,
    boolean help,
    @Nullable String sampleHost,
    List<String> sampleAttendees) {

  static final String USAGE =
      """
      Usage: ./run [options]

      Starts Convene on this machine: Kafka, PostgreSQL, simulators of Webex and Microsoft 365, and
      the services. Schedules a sample meeting, shows what happens, and stays up until Ctrl-C.

        --port-offset N        adds N to every port, for a second stack beside the first
        --keep                 keeps the data in .data/ and goes on with it the next time
        --no-sample            schedules no sample meeting
        --sample-host MAIL     whose meeting the sample is, where the vendors are not simulated
        --sample-attendee MAIL who is invited to it; may be given several times
        --once                 stops after the sample; the exit code says whether it was scheduled
        --help                 shows this

      Where WEBEX_BASE_URL is set, that is used instead of the Webex simulator, with
      WEBEX_CLIENT_ID, WEBEX_CLIENT_SECRET and WEBEX_REFRESH_TOKEN. Where GRAPH_BASE_URL or
      ENTRA_BASE_URL is set, that is used instead of the Microsoft simulator, with
      ENTRA_TENANT_ID, ENTRA_CLIENT_ID and ENTRA_CLIENT_SECRET.
      """;

  /** The highest of the standard ports is still a port with it. */
  private static final int HIGHEST_OFFSET = 55_000;

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Options of(String... arguments) {
    int portOffset = 0;
    boolean keep = false;
    boolean sample = true;
    boolean once = false;
    boolean help = false;
    String host = null;
    List<String> attendees = new ArrayList<>();
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--port-offset" -> portOffset = offset(value(option, rest));
        case "--keep" -> keep = true;
        case "--no-sample" -> sample = false;
        case "--sample-host" -> host = value(option, rest);
        case "--sample-attendee" -> attendees.add(value(option, rest));
        case "--once" -> once = true;
        case "--help", "-h" -> help = true;
        default -> throw new IllegalArgumentException("There is no option " + option + ".");
      }
    }
    return new Options(portOffset, keep, sample, once, help, host, List.copyOf(attendees));
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value.");
    }
    return rest.next();
  }

  private static int offset(String text) {
    try {
      int offset = Integer.parseInt(text);
      if (offset >= 0 && offset <= HIGHEST_OFFSET) {
        return offset;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "--port-offset is a whole number from 0 to " + HIGHEST_OFFSET + ", not " + text + ".");
  }
}
