package dev.convene.webex.rest;

import dev.convene.contracts.JoinDetails.DialIn;
import dev.convene.webex.meetings.WebexMeeting;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we read of a meeting that Webex describes. */
record MeetingResponse(
    String id,
    URI webLink,
    @Nullable String meetingNumber,
    @Nullable String password,
    @Nullable String phoneAndVideoSystemPassword,
    @Nullable String sipAddress,
    @Nullable Telephony telephony,
    @Nullable List<String> integrationTags) {

  record Telephony(@Nullable String accessCode, @Nullable List<CallInNumber> callInNumbers) {}

  record CallInNumber(@Nullable String label, @Nullable String callInNumber) {}

  record Page(@Nullable List<MeetingResponse> items) {}

  boolean bears(String tag) {
    return integrationTags != null && integrationTags.contains(tag);
  }

  WebexMeeting toMeeting() {
    return new WebexMeeting(
        id,
        webLink,
        meetingNumber,
        password,
        phoneAndVideoSystemPassword,
        sipAddress,
        telephony == null ? null : telephony.accessCode(),
        telephony == null ? List.of() : dialIns(telephony.callInNumbers()));
  }

  private static List<DialIn> dialIns(@Nullable List<CallInNumber> numbers) {
    return numbers == null
        ? List.of()
        : numbers.stream()
            .filter(number -> number.callInNumber() != null && !number.callInNumber().isBlank())
            .map(number ->
                new DialIn(
                    number.label() == null || number.label().isBlank() ? "Call in" : number.label(),
                    String.valueOf(number.callInNumber())))
            .toList();
  }
}
