package dev.convene.simulators.microsoft.calendar;

/** Ids of calendars: each mailbox's list has its own for a calendar that it sees. */
public final class CalendarIds {
  private CalendarIds() {}

  /** The id that a calendar has in the list of a mailbox. */
  public static String of(Mailbox list, Mailbox owner) {
    return EventIds.calendar(list.id(), owner.id());
  }

  /** Whether it has the form of an id in this mailbox's list. */
  public static boolean wellFormed(Mailbox list, String id) {
    String known = EventIds.calendar(list.id(), list.id());
    return id.length() == known.length() && id.startsWith(known.substring(0, 60));
  }
}
