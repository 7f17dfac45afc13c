package dev.convene.simulators.page;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invitations that mailboxes hold, as the page shows them. */
public interface Invitations {
  /** None: what a page shows whose process simulates no calendar. */
  Invitations NONE =
      new Invitations() {
        @Override
        public List<Mailbox> mailboxes(String search, int max) {
          return List.of();
        }

        @Override
        public List<Invitation> in(String address, int max) {
          return List.of();
        }
      };

  /**
   * Mailboxes that hold at least one invitation, cancelled ones included, in the order of their
   * addresses.
   *
   * @param search part of the address, in lower case; empty for all
   */
  List<Mailbox> mailboxes(String search, int max);

  /**
   * What a mailbox holds, as organizer or attendee, newest first by when it was created.
   *
   * @param address in lower case; an unknown one holds nothing
   */
  List<Invitation> in(String address, int max);

  /**
   * One invitation in one mailbox.
   *
   * @param start local time in {@code timeZone}
   * @param timeZone as Outlook names it to the reader
   * @param repeats the recurrence in words; null for a single meeting
   * @param location null when none was given
   * @param bodyHtml as it is stored; the page shows it in a sandbox
   */
  record Invitation(
      String id,
      String subject,
      LocalDateTime start,
      LocalDateTime end,
      String timeZone,
      boolean allDay,
      @Nullable String repeats,
      @Nullable String location,
      Attendee organizer,
      List<Attendee> attendees,
      String bodyHtml,
      boolean cancelled) {}

  /**
   * Somebody in an invitation.
   *
   * @param role such as {@code required}, {@code optional}, {@code room}
   * @param response such as {@code none}, {@code accepted}, {@code declined}, {@code organizer}
   */
  record Attendee(String name, String address, String role, String response) {}
}
