package dev.convene.simulators.page;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Webex meetings of hosts, as the page shows them. */
public interface Meetings {
  /** None: what a page shows whose process simulates no Webex. */
  Meetings NONE =
      new Meetings() {
        @Override
        public List<Mailbox> hosts(String search, int max) {
          return List.of();
        }

        @Override
        public List<Meeting> of(String host, int max) {
          return List.of();
        }
      };

  /**
   * Hosts with at least one meeting, deleted ones included, in the order of their addresses.
   *
   * @param search part of the address, in lower case; empty for all
   */
  List<Mailbox> hosts(String search, int max);

  /**
   * A host's meetings, newest first by when they were created.
   *
   * @param host in lower case; an unknown one has none
   */
  List<Meeting> of(String host, int max);

  /**
   * One meeting.
   *
   * @param start local time in {@code timeZone}
   * @param number as people read it, in groups
   * @param repeats the recurrence; null for a single meeting
   * @param tag the caller's mark; null when there is none
   */
  record Meeting(
      String id,
      String title,
      String host,
      LocalDateTime start,
      LocalDateTime end,
      String timeZone,
      String number,
      String link,
      @Nullable String repeats,
      @Nullable String tag,
      boolean deleted) {}
}
