package dev.convene.calendar.invitation;

import java.net.URI;
import java.util.Locale;

/** The join link as an event's location, where Outlook and Teams look for it. */
final class Location {

  private static final String NAME = "Webex";

  /** Exchange cuts a location's name there. */
  private static final int LONGEST_NAME = 255;

  private Location() {}

  static Place of(URI link) {
    String name = NAME + " " + link;
    if (wakesCalendarConnector(name)) {
      return new Place(NAME, null);
    }
    return new Place(name.length() > LONGEST_NAME ? NAME : name, link);
  }

  /** These words in a location make Webex's Hybrid Calendar create a meeting of its own. */
  private static boolean wakesCalendarConnector(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("@webex") || lower.contains("@meet");
  }
}
