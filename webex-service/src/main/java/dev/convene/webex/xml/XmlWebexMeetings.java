package dev.convene.webex.xml;

import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Reason;
import dev.convene.webex.calls.UnreadableAnswer;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.Owner;
import dev.convene.webex.meetings.WebexMeeting;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.webex.quota.CreationGate;
import dev.convene.webex.xml.Summaries.Summary;
import dev.convene.webex.xml.Summaries.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link WebexMeetings} over the XML API. A look-up takes a call for the host's meetings at that
 * time, and one more for each of them: usually none or one.
 */
final class XmlWebexMeetings implements WebexMeetings {

  /** As many meetings as one look-up goes through; a host has no more within an hour. */
  private static final int MOST = 200;

  private final XmlCalls calls;
  private final CreationGate gate;

  private final @Nullable Owner owner;

  /**
   * @param owner who asks with their own rights; absent where the application's are used
   */
  XmlWebexMeetings(XmlCalls calls, CreationGate gate, @Nullable Owner owner) {
    this.calls = calls;
    this.gate = gate;
    this.owner = owner;
  }

  @Override
  public Answer<WebexMeeting> create(UUID meetingId, MeetingDetails details) {
    if (isSomebodyElses(details.host())) {
      return Owner.notTheirs(details.host());
    }
    Optional<Reason> obstacle =
        Repeat.obstacle(details, CreateMeeting.moment(details, details.start()));
    if (obstacle.isPresent()) {
      return new Answer.Refused<>(obstacle.get());
    }
    Request request = CreateMeeting.of(meetingId, details, MeetingPasswords.next());
    return gate.create(
        details.host(),
        meetingId,
        () ->
            make(details.host(), request, Map.of(), XmlWebexMeetings::key)
                .then(key -> created(key, details.host())));
  }

  private static String key(Element created) {
    return created.text("meetingkey").orElseThrow(() -> new UnreadableAnswer("no meetingkey"));
  }

  /** The answer to a creation does not tell how to join. Where nothing does, it is looked for. */
  private Answer<WebexMeeting> created(String key, String host) {
    return switch (get(key, host)) {
      case Answer.Done(Optional<MeetingDescription> found) when found.isPresent() ->
          new Answer.Done<>(found.get().toMeeting());
      case Answer<?> _ ->
          new Answer.Lost<>(
              new Reason(
                  "webex.not-shown",
                  "Webex made the meeting, and does not tell yet how to join it."));
    };
  }

  @Override
  public Answer<Optional<WebexMeeting>> find(UUID meetingId, MeetingDetails details) {
    Instant start = CreateMeeting.moment(details, details.start());
    return gate.found(
        details.host(),
        meetingId,
        marked(meetingId, details.host(), new Window(start, start))
            .then(meetings ->
                new Answer.Done<>(
                    meetings.stream()
                        // Where a race made two, every finder means the same one.
                        .min(Comparator.comparing(MeetingDescription::key))
                        .map(MeetingDescription::toMeeting))));
  }

  @Override
  public Answer<List<String>> marked(UUID meetingId, String host, Instant from, Instant to) {
    return marked(meetingId, host, new Window(from, to))
        .then(
            meetings -> new Answer.Done<>(meetings.stream().map(MeetingDescription::key).toList()));
  }

  private Answer<List<MeetingDescription>> marked(UUID meetingId, String host, Window window) {
    return starting(host, window).then(summaries -> bearing(meetingId, host, summaries));
  }

  private Answer<List<MeetingDescription>> bearing(
      UUID meetingId, String host, List<Summary> summaries) {
    List<MeetingDescription> marked = new ArrayList<>();
    for (Summary summary : summaries) {
      Answer<Optional<MeetingDescription>> answer = get(summary.key(), host);
      if (!(answer instanceof Answer.Done(Optional<MeetingDescription> found))) {
        return answer.then(_ -> new Answer.Done<>(marked));
      }
      found.filter(meeting -> meeting.bears(meetingId)).ifPresent(marked::add);
    }
    return new Answer.Done<>(marked);
  }

  /** The host's meetings that start then, from all pages. */
  private Answer<List<Summary>> starting(String host, Window window) {
    List<Summary> all = new ArrayList<>();
    int seen = 0;
    while (true) {
      Answer<Summaries> answer =
          make(
              host,
              Summaries.request(host, window, seen + 1),
              Map.of(Failures.NO_RECORD, Summaries.NONE),
              Summaries::of);
      if (!(answer instanceof Answer.Done(Summaries(List<Summary> page, int total)))) {
        return answer.then(_ -> new Answer.Done<>(all));
      }
      page.stream().filter(summary -> summary.mayStartIn(window)).forEach(all::add);
      seen += page.size();
      if (page.isEmpty() || seen >= total || seen >= MOST) {
        return new Answer.Done<>(all);
      }
    }
  }

  @Override
  public Answer<Boolean> exists(String webexMeetingId, String host) {
    return get(webexMeetingId, host).then(found -> new Answer.Done<>(found.isPresent()));
  }

  private Answer<Optional<MeetingDescription>> get(String key, String host) {
    return make(
        host,
        new Request("meeting.GetMeeting", Element.text("meetingKey", key)),
        Map.of(Failures.NO_SUCH_MEETING, Optional.<MeetingDescription>empty()),
        content -> Optional.of(MeetingDescription.of(content)));
  }

  /** Not {@code DelMeeting}, which cannot be told to send no mail. */
  @Override
  public Answer<Deleted> delete(String webexMeetingId, String host) {
    return make(
        host,
        new Request(
            "ep.DelSession",
            Element.text("sessionKey", webexMeetingId),
            Element.text("sendEmail", false)),
        Map.of(Failures.NO_SUCH_MEETING, Deleted.WAS_NOT_THERE),
        _ -> Deleted.DELETED);
  }

  private <T> Answer<T> make(
      String host, Request request, Map<String, T> answers, Function<Element, T> done) {
    return isSomebodyElses(host) ? Owner.notTheirs(host) : calls.make(host, request, answers, done);
  }

  private boolean isSomebodyElses(String host) {
    return owner != null && !owner.isHost(host);
  }
}
