package dev.convene.webex.rest;

import dev.convene.contracts.MeetingDetails;
import dev.convene.webex.calls.UnreadableAnswer;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.Owner;
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
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@link WebexMeetings} over Webex's REST interface: with the service app's rights, which are good
 * for every host and so must name the one that is meant, or with a person's own, for whom naming a
 * host is refused.
 */
final class RestWebexMeetings implements WebexMeetings {

  /** Webex's largest page. One mark has one meeting, or two after a race. */
  private static final int PAGE = 100;

  /** A list is asked for a little more than the meeting's own time. */
  private static final Duration AROUND = Duration.ofDays(1);

  private final MeetingsApi api;
  private final WebexCalls calls;
  private final CreationGate gate;
  private final JsonMapper mapper;
  private final @Nullable Owner owner;

  /**
   * @param owner whose token it is; absent where it is the service app's
   */
  RestWebexMeetings(
      MeetingsApi api,
      WebexCalls calls,
      CreationGate gate,
      JsonMapper mapper,
      @Nullable Owner owner) {
    this.api = api;
    this.calls = calls;
    this.gate = gate;
    this.mapper = mapper;
    this.owner = owner;
  }

  @Override
  public Answer<WebexMeeting> create(UUID meetingId, MeetingDetails details) {
    if (isSomebodyElses(details.host())) {
      return Owner.notTheirs(details.host());
    }
    return gate.create(
        details.host(),
        meetingId,
        () ->
            make(
                details.host(),
                false,
                (bearer, named) ->
                    api.create(bearer, CreateMeetingRequest.of(meetingId, details, named)),
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
    return make(
        host,
        false,
        (bearer, named) ->
            api.list(
                bearer,
                CreateMeetingRequest.tag(meetingId),
                named,
                "meetingSeries",
                seconds(from.minus(AROUND)),
                seconds(to.plus(AROUND)),
                PAGE),
        response -> reading.apply(page(response)));
  }

  @Override
  public Answer<Boolean> exists(String webexMeetingId, String host) {
    return make(
        host,
        true,
        (bearer, named) -> api.get(bearer, webexMeetingId, named),
        response -> response.getStatusCode().is2xxSuccessful());
  }

  @Override
  public Answer<Deleted> delete(String webexMeetingId, String host) {
    return make(
        host,
        true,
        (bearer, named) -> api.delete(bearer, webexMeetingId, named, false),
        response ->
            response.getStatusCode().value() == 404 ? Deleted.WAS_NOT_THERE : Deleted.DELETED);
  }

  /** A call, given its {@code Authorization} and the host to name, if any. */
  private interface Call extends BiFunction<String, @Nullable String, ResponseEntity<byte[]>> {}

  private <T> Answer<T> make(
      String host,
      boolean notFoundIsAnAnswer,
      Call call,
      Function<ResponseEntity<byte[]>, T> done) {
    if (isSomebodyElses(host)) {
      return Owner.notTheirs(host);
    }
    String named = owner == null ? host : null;
    return calls.make(host, notFoundIsAnAnswer, bearer -> call.apply(bearer, named), done);
  }

  private boolean isSomebodyElses(String host) {
    return owner != null && !owner.isHost(host);
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
