package dev.convene.webex.xml;

import dev.convene.contracts.JoinDetails.DialIn;
import dev.convene.webex.calls.UnreadableAnswer;
import dev.convene.webex.meetings.WebexMeeting;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What we read of a meeting that {@code GetMeeting} describes. */
record MeetingDescription(String key, Element content) {

  static MeetingDescription of(Element content) {
    return new MeetingDescription(
        content.text("meetingkey").orElseThrow(() -> new UnreadableAnswer("no meetingkey")),
        content);
  }

  boolean bears(UUID meetingId) {
    return content.text("metaData/agenda").filter(text -> Mark.isOn(text, meetingId)).isPresent();
  }

  /** The key is also the number that people type in. Of a numeric password Webex does not tell. */
  WebexMeeting toMeeting() {
    List<DialIn> dialIns = dialIns();
    return new WebexMeeting(
        key,
        link(),
        key,
        content.text("accessControl/meetingPassword").orElse(null),
        null,
        content.text("sipURL").orElse(null),
        dialIns.isEmpty() ? null : key,
        dialIns);
  }

  private URI link() {
    try {
      return content
          .text("meetingLink")
          .map(URI::create)
          .orElseThrow(() -> new UnreadableAnswer("no meetingLink"));
    } catch (IllegalArgumentException e) {
      throw new UnreadableAnswer(e);
    }
  }

  private List<DialIn> dialIns() {
    Optional<Element> numbers = content.at("telephony/callInNum");
    return numbers
        .map(callIn ->
            Stream.of(
                    named("Toll", callIn.text("tollNum")),
                    named("Toll-free", callIn.text("tollFreeNum")),
                    callIn
                        .all("globalNum")
                        .flatMap(number ->
                            named(
                                number.text("countryAlias").orElse("Call in"),
                                number.text("phoneNumber"))))
                .flatMap(dialIns -> dialIns)
                .toList())
        .orElse(List.of());
  }

  private static Stream<DialIn> named(String label, Optional<String> number) {
    return number.stream().map(digits -> new DialIn(label, digits));
  }
}
