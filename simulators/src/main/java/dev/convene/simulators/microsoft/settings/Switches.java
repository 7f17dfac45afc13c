package dev.convene.simulators.microsoft.settings;

import dev.convene.simulators.control.Settings;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * How the simulator behaves where Microsoft's behaviour varies or is not known, and the limits that
 * it keeps. The texts in {@link #of} say what each does.
 */
public record Switches(
    Supplier<Boolean> strictStart,
    Supplier<Boolean> strictNulls,
    Supplier<Boolean> rangeBeforePatternFails,
    Supplier<Boolean> invalidRecipientsStillCreate,
    Supplier<Boolean> sharingDeniedAsNotFound,
    Supplier<String> onlineMeetings,
    Supplier<Boolean> transactionIdsForgotten,
    Supplier<Duration> changeKeySettlesAfter,
    Supplier<Duration> roomsReplyAfter,
    Supplier<Boolean> roomsDeclineWhenBusy,
    Supplier<Boolean> attendeeCopies,
    Supplier<Integer> eventsPage,
    Supplier<Boolean> nextLinkOtherHost,
    Supplier<Integer> mailboxConcurrency,
    Supplier<Integer> requestsPerWindow,
    Supplier<Duration> requestWindow,
    Supplier<Integer> uploadBytesPerWindow,
    Supplier<Duration> uploadWindow,
    Supplier<Duration> retryAfter,
    Supplier<Duration> tokenLifetime) {

  private static final int ANY = Integer.MAX_VALUE;

  /** Declares the switches among a simulator's settings. */
  public static Switches of(Settings s) {
    return new Switches(
        s.flag("strictStart", true, "refuses a create without start and end, which Graph takes"),
        s.flag("strictNulls", true, "refuses nulls in a create, which Graph refuses at times"),
        s.flag("rangeBeforePatternFails", false, "refuses a recurrence that names range first"),
        s.flag(
            "invalidRecipientsStillCreate",
            false,
            "answers ErrorInvalidRecipients to an invalid address, but makes the event"),
        s.flag(
            "sharingDeniedAsNotFound",
            false,
            "answers 404, not 403, about a calendar that is not shared with the caller"),
        s.choice(
            "onlineMeetings",
            "ignored",
            List.of("ignored", "provisioned"),
            "what isOnlineMeeting does: nothing, or a Teams meeting that cannot be taken off"),
        s.flag(
            "transactionIdsForgotten",
            false,
            "lets a transactionId be used again once its event was cancelled or deleted"),
        s.duration(
            "changeKeySettlesAfter",
            Duration.ofSeconds(3),
            "when an event's change key changes by itself after the create"),
        s.duration("roomsReplyAfter", Duration.ofSeconds(2), "when a room answers an invitation"),
        s.flag("roomsDeclineWhenBusy", true, "lets a room decline what overlaps a booking"),
        s.flag(
            "attendeeCopies",
            true,
            "puts invitations into the mailboxes of listed people (not of load.example)"),
        s.number("eventsPage", 10, 1, 1000, "how many events a page has unless $top says"),
        s.flag(
            "nextLinkOtherHost",
            false,
            "makes nextLink name this server by another host (localhost, 127.0.0.1)"),
        s.number(
            "mailboxConcurrency",
            4,
            0,
            10_000,
            "requests of one application for one mailbox at once; 0 means any number"),
        s.number(
            "requestsPerWindow",
            10_000,
            0,
            ANY,
            "requests of one application for one mailbox in a window; 0 means any number"),
        s.duration("requestWindow", Duration.ofMinutes(10), "the length of that window"),
        s.number(
            "uploadBytesPerWindow",
            150 * 1024 * 1024,
            0,
            ANY,
            "bytes of POST, PATCH and PUT bodies of one application for one mailbox in a window;"
                + " 0 means any number"),
        s.duration("uploadWindow", Duration.ofMinutes(5), "the length of that window"),
        s.duration(
            "retryAfter", Duration.ofSeconds(1), "Retry-After of a 429 for too many at once"),
        s.duration("tokenLifetime", Duration.ofMinutes(65), "lifetime of access tokens"));
  }
}
