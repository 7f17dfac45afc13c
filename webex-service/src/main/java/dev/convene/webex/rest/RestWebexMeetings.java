package dev.convene.webex.rest;

import dev.convene.contracts.MeetingDetails;
import dev.convene.webex.calls.UnreadableAnswer;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.WebexMeeting;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.webex.quota.CreationGate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@link WebexMeetings} over Webex's REST interface, with a service app's rights. */
final class RestWebexMeetings implements WebexMeetings {

  /** Webex's largest page. One mark has one meeting, or two after a race. */
  private static final int PAGE = 100;

  /** A list is asked for a little more than the meeting's own time. */
  private static final Duration AROUND = Duration.ofDays(1);

  private final MeetingsApi api;
  private final WebexCalls calls;
  private final CreationGate gate;
  private final JsonMapper mapper;

  RestWebexMeetings(MeetingsApi api, WebexCalls calls, CreationGate gate, JsonMapper mapper) {
    this.api = api;
    this.calls = calls;
    this.gate = gate;
    this.mapper = mapper;
  }

  @Override
  public Answer<WebexMeeting> create(UUID meetingId, MeetingDetails details) {
    return gate.create(
        details.host(),
        meetingId,
        () ->
            calls.make(
                details.host(),
                false,
                bearer -> api.create(bearer, CreateMeetingRequest.of(meetingId, details)),
                response -> meeting(response).toMeeting()));
  }

  @Override
  public Answer<Optional<WebexMeeting>> find(UUID meetingId, MeetingDetails details) {
    Instant start = details.start().atZone(details.timeZone()).toInstant();
    Instant end = details.end().atZone(details.timeZone()).toInstant();
    return gate.found(
        details.host(),
        meetingId,
        list(
            meetingId,
            details.host(),
            start,
            end,
            meetings ->
                meetings.stream()
                    // Where a race made two, every finder means the same one.
                    .min(Comparator.comparing(MeetingResponse::id))
                    .map(MeetingResponse::toMeeting)));
  }

  @Override
  public Answer<List<String>> marked(UUID meetingId, String host, Instant from, Instant to) {
    return list(
        meetingId,
        host,
        from,
        to,
        meetings ->
            meetings.stream()
                // What is deleted by this list must say itself that it is ours.
                .filter(meeting -> meeting.bears(CreateMeetingRequest.tag(meetingId)))
                .map(MeetingResponse::id)
                .distinct()
                .toList());
  }

  private <T> Answer<T> list(
      UUID meetingId,
      String host,
      Instant from,
      Instant to,
      Function<List<MeetingResponse>, T> reading) {
    return calls.make(
        host,
        false,
        bearer ->
            api.list(
                bearer,
                CreateMeetingRequest.tag(meetingId),
                host,
                "meetingSeries",
                seconds(from.minus(AROUND)),
                seconds(to.plus(AROUND)),
                PAGE),
        response -> reading.apply(page(response)));
  }

  @Override
  public Answer<Boolean> exists(String webexMeetingId, String host) {
    return calls.make(
        host,
        true,
        bearer -> api.get(bearer, webexMeetingId, host),
        response -> response.getStatusCode().is2xxSuccessful());
  }

  @Override
  public Answer<Deleted> delete(String webexMeetingId, String host) {
    return calls.make(
        host,
        true,
        bearer -> api.delete(bearer, webexMeetingId, host, false),
        response ->
            response.getStatusCode().value() == 404 ? Deleted.WAS_NOT_THERE : Deleted.DELETED);
  }

  private MeetingResponse meeting(ResponseEntity<byte[]> response) {
    return read(response, MeetingResponse.class);
  }

  private List<MeetingResponse> page(ResponseEntity<byte[]> response) {
    List<MeetingResponse> items = read(response, MeetingResponse.Page.class).items();
    return items == null ? List.of() : items;
  }

  private <T> T read(ResponseEntity<byte[]> response, Class<T> type) {
    byte[] body = response.getBody();
    try {
      return mapper.readValue(body == null ? new byte[0] : body, type);
    } catch (JacksonException e) {
      throw new UnreadableAnswer(e);
    }
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
