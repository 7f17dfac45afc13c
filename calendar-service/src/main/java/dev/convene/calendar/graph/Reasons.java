package dev.convene.calendar.graph;

import dev.convene.contracts.Reason;
import org.jspecify.annotations.Nullable;

/** Graph's error codes in sentences that say what to do. */
final class Reasons {

  private static final String ASK_AGAIN = " It is tried again by itself.";

  private Reasons() {}

  /**
   * Why Graph will not do this for this mailbox.
   *
   * @param code as Graph gave it; programs branch on it, never on Graph's message
   */
  static Reason refusal(int status, String code, String mailbox, @Nullable String requestId) {
    return switch (code) {
      case "MailboxNotEnabledForRESTAPI" ->
          new Reason(
              "graph.mailbox-not-enabled",
              mailbox
                  + " has no mailbox in Exchange Online, so it cannot send an invitation. Ask your"
                  + " Microsoft 365 administrator for an Exchange licence, or choose another host.",
              requestId);
      case "ErrorInvalidUser", "Request_ResourceNotFound", "ResourceNotFound" ->
          new Reason(
              "graph.mailbox-not-found",
              "Microsoft 365 knows no mailbox "
                  + mailbox
                  + ". Check the host's address, and schedule the meeting again.",
              requestId);
      case "ErrorAccessDenied", "ErrorItemNotFound" ->
          new Reason(
              "graph.access-denied",
              "Convene may not write to the calendar of "
                  + mailbox
                  + ". Ask your Microsoft 365 administrator to include this mailbox in Convene's"
                  + " access, or choose another host.",
              requestId);
      case "Authorization_RequestDenied" ->
          new Reason(
              "graph.permission-missing",
              "Convene lacks the permission Calendars.ReadWrite in your Microsoft 365 tenant. Ask"
                  + " your administrator to grant it, and schedule the meeting again.",
              requestId);
      case "ErrorInvalidRecipients" ->
          new Reason(
              "graph.invalid-recipient",
              "Microsoft 365 does not accept the address of at least one attendee. Check the"
                  + " attendees' addresses, and schedule the meeting again.",
              requestId);
      case "ErrorQuotaExceeded" ->
          new Reason(
              "graph.mailbox-full",
              "The mailbox "
                  + mailbox
                  + " is full. Make room in it, and schedule the meeting again.",
              requestId);
      case "TimeZoneNotSupportedException" ->
          new Reason(
              "graph.time-zone-not-supported",
              "Microsoft 365 does not know the meeting's time zone. Choose the nearest large city"
                  + " instead, and schedule the meeting again.",
              requestId);
      default ->
          new Reason(
              status == 403 ? "graph.forbidden" : "graph.refused",
              "Microsoft 365 refused the invitation ("
                  + status
                  + " "
                  + code
                  + "). Give your administrator this message and the trace id.",
              requestId);
    };
  }

  static Reason eventRemoved(@Nullable String requestId) {
    return new Reason(
        "graph.event-removed",
        "The invitation had been sent, and was then deleted from the host's calendar. Schedule the"
            + " meeting again if it is still wanted.",
        requestId);
  }

  static Reason throttled(String mailbox, @Nullable String requestId) {
    return new Reason(
        "graph.throttled",
        "Microsoft 365 takes no more calls for " + mailbox + " for the moment." + ASK_AGAIN,
        requestId);
  }

  static Reason conflict(@Nullable String requestId) {
    return new Reason(
        "graph.conflict",
        "Exchange was writing to the same calendar at the same moment." + ASK_AGAIN,
        requestId);
  }

  static Reason broken(int status, String code, @Nullable String requestId) {
    return new Reason(
        "graph.unavailable",
        "Microsoft 365 had an error of its own (" + status + " " + code + ")." + ASK_AGAIN,
        requestId);
  }

  static Reason unreadable() {
    return new Reason(
        "graph.unreadable-answer",
        "The answer from Microsoft 365 could not be read, so it is not known whether the invitation"
            + " was sent."
            + ASK_AGAIN);
  }

  static Reason noAnswer() {
    return new Reason(
        "graph.no-answer",
        "The answer from Microsoft 365 was lost or did not come in time, so it is not known whether"
            + " the invitation was sent."
            + ASK_AGAIN);
  }

  static Reason unreachable() {
    return new Reason("graph.unreachable", "Microsoft 365 could not be reached." + ASK_AGAIN);
  }

  static Reason paused() {
    return new Reason(
        "graph.paused",
        "Microsoft 365 has been failing, and is left alone for a few seconds." + ASK_AGAIN);
  }

  static Reason mailboxBusy(String mailbox) {
    return new Reason(
        "graph.mailbox-busy",
        "Other invitations are being sent from " + mailbox + "; this one takes its turn.");
  }

  static Reason notAuthorized(@Nullable String requestId) {
    return new Reason(
        "graph.not-authorized",
        "Microsoft 365 does not accept the token that it has just given." + ASK_AGAIN,
        requestId);
  }
}
