package dev.convene.webex.rest;

import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Reason;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.WebexMeeting;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.webex.quota.CreationQuota;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@link WebexMeetings} over Webex's REST interface, with a service app's rights. */
final class RestWebexMeetings implements WebexMeetings {

  /** Webex's largest page. One mark has one meeting, or two after a race. */
  private static final int PAGE = 100;

  private final MeetingsApi api;
  private final WebexCalls calls;
  private final CreationQuota quota;
  private final JsonMapper mapper;

  RestWebexMeetings(MeetingsApi api, WebexCalls calls, CreationQuota quota, JsonMapper mapper) {
    this.api = api;
    this.calls = calls;
    this.quota = quota;
    this.mapper = mapper;
  }

  @Override
  public Answer<WebexMeeting> create(UUID meetingId, MeetingDetails details) {
    Optional<Duration> wait = quota.take(details.host());
    if (wait.isPresent()) {
      return new Answer.HeldBack<>(
          new Reason(
              "webex.day-quota",
              details.host()
                  + " has used up the meetings that Webex lets one host create in 24 hours."),
          wait.get());
    }
    Answer<WebexMeeting> answer =
        calls.make(
            details.host(),
            false,
            bearer -> api.create(bearer, CreateMeetingRequest.of(meetingId, details)),
            response -> meeting(response).toMeeting());
    if (answer instanceof Answer.Throttled<WebexMeeting>(var _, var retryAfter)
        && retryAfter.compareTo(Duration.ofMinutes(10)) > 0) {
      quota.exhausted(details.host(), retryAfter);
    }
    return answer;
  }

  @Override
  public Answer<Optional<WebexMeeting>> find(UUID meetingId, MeetingDetails details) {
    Answer<List<MeetingResponse>> listed =
        calls.make(
            details.host(),
            false,
            bearer ->
                api.list(
                    bearer,
                    CreateMeetingRequest.tag(meetingId),
                    details.host(),
                    "meetingSeries",
                    utc(details, details.start().minusDays(1)),
                    utc(details, details.end().plusDays(1)),
                    PAGE),
            this::page);
    return switch (listed) {
      case Answer.Done(var meetings) ->
          new Answer.Done<>(
              meetings.stream()
                  // Where a race made two, every finder means the same one.
                  .min(Comparator.comparing(MeetingResponse::id))
                  .map(MeetingResponse::toMeeting));
      case Answer.Refused(var reason) -> new Answer.Refused<>(reason);
      case Answer.Throttled(var reason, var retryAfter) ->
          new Answer.Throttled<>(reason, retryAfter);
      case Answer.HeldBack(var reason, var retryAfter) -> new Answer.HeldBack<>(reason, retryAfter);
      case Answer.Unreachable(var reason) -> new Answer.Unreachable<>(reason);
      case Answer.Lost(var reason) -> new Answer.Lost<>(reason);
    };
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
      throw new WebexCalls.UnreadableAnswer(e);
    }
  }

  private static String utc(MeetingDetails details, LocalDateTime time) {
    return time.atZone(details.timeZone()).toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
