package dev.convene.gateway.progress;

import dev.convene.contracts.InvitationChecked;
import dev.convene.contracts.MeetingChecked;
import dev.convene.contracts.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the results of a check mean, in words for the operator who has to act on them. */
final class Findings {

  private Findings() {}

  /** What was repaired; the operator need not do anything. */
  static Reason repaired(MeetingChecked checked) {
    String ids = String.join(", ", checked.deleted());
    return checked.expected().isNothing()
        ? new Reason(
            "check.leftover-deleted",
            "The request had failed or was cancelled, and yet there was a Webex meeting. It was"
                + " deleted: "
                + ids)
        : new Reason(
            "check.surplus-deleted",
            "There was a second Webex meeting, which nobody was invited to. It was deleted: "
                + ids);
  }

  /** What a person has to look at; null where there is nothing. */
  static @Nullable Reason of(InvitationChecked checked) {
    List<String> meetings = checked.webexMeetingIds();
    List<String> events = checked.eventIds();
    String host = checked.host();
    if (events.size() > 1) {
      return new Reason(
          "check.invitation-surplus",
          "There is more than one event for this meeting in the calendar of "
              + host
              + ". Cancel those in Outlook that are too many.");
    }
    return switch (checked.expected()) {
      case BOTH -> both(meetings, events, host);
      case NONE -> none("The request came to nothing", meetings, events, host);
      case CANCELLED -> none("The meeting was cancelled", meetings, events, host);
      case UNSURE -> events.isEmpty() ? null : both(meetings, events, host);
    };
  }

  private static @Nullable Reason both(List<String> meetings, List<String> events, String host) {
    if (meetings.isEmpty() && events.isEmpty()) {
      return null; // cancelled by hand, on both sides
    }
    if (meetings.isEmpty()) {
      return new Reason(
          "check.meeting-missing",
          "The Webex meeting is gone, and people are still invited to it by the event in the"
              + " calendar of "
              + host
              + ". If it was cancelled, cancel the event in Outlook; if not, cancel it and schedule"
              + " the meeting again.");
    }
    if (events.isEmpty()) {
      return new Reason(
          "check.invitation-missing",
          "The event is gone from the calendar of "
              + host
              + ", and its Webex meeting is still there: "
              + String.join(", ", meetings)
              + ". If it was cancelled in Outlook, delete the meeting at Webex; if not, schedule it"
              + " again.");
    }
    return meetings.size() == 1
        ? null
        : new Reason(
            "check.meeting-surplus",
            "There is more than one Webex meeting, and it is not certain which of them the"
                + " invitation leads to: "
                + String.join(", ", meetings)
                + ". Delete those at Webex whose link is not in the event of "
                + host
                + ".");
  }

  private static @Nullable Reason none(
      String ended, List<String> meetings, List<String> events, String host) {
    if (!events.isEmpty()) {
      return new Reason(
          "check.invitation-left",
          ended + ", and yet its event is in the calendar of " + host + ". Cancel it in Outlook.");
    }
    return meetings.isEmpty()
        ? null
        : new Reason(
            "check.meeting-left",
            ended
                + ", and yet there is a Webex meeting, which Webex would not delete: "
                + String.join(", ", meetings)
                + ". Delete it at Webex.");
  }
}
