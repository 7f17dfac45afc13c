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
    @Nullable String sampleHost,
    List<String> sampleAttendees) {

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
        default -> throw new IllegalArgumentException("There is no option " + option + ".");
      }
    }
    return new Options(portOffset, keep, sample, once, host, List.copyOf(attendees));
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
