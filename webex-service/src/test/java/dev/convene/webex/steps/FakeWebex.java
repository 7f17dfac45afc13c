package dev.convene.webex.steps;

import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.Requester;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.Webex;
import dev.convene.webex.meetings.WebexMeeting;
import dev.convene.webex.meetings.WebexMeetings;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Webex as the steps see it, in memory, with answers to order. */
final class FakeWebex implements Webex, WebexMeetings {

  private final Map<UUID, WebexMeeting> meetings = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final List<Requester> actedFor = new ArrayList<>();
  private Answer<WebexMeeting> createAnswer;
  private Answer<Optional<WebexMeeting>> findAnswer;
  private Answer<Deleted> deleteAnswer;
  private Answer<List<String>> markedAnswer;
  private final List<String> marked = new ArrayList<>();
  private final List<String> elsewhere = new ArrayList<>();

  @Override
  public WebexMeetings as(Requester requestedBy, UUID meetingId) {
    actedFor.add(requestedBy);
    return this;
  }

  /** With whose rights it was called. */
  List<Requester> actedFor() {
    return actedFor;
  }

  List<String> calls() {
    return calls;
  }

  WebexMeeting holds(UUID meetingId) {
    WebexMeeting meeting =
        new WebexMeeting(
            "webex-" + meetingId,
            URI.create("https://contoso.webex.example/j.php?MTID=m1"),
            "25551234567",
            "Secret1",
            null,
            null,
            null,
            List.of());
    meetings.put(meetingId, meeting);
    return meeting;
  }

  void answersCreate(Answer<WebexMeeting> answer) {
    createAnswer = answer;
  }

  void answersFind(Answer<Optional<WebexMeeting>> answer) {
    findAnswer = answer;
  }

  void answersDelete(Answer<Deleted> answer) {
    deleteAnswer = answer;
  }

  @Override
  public Answer<WebexMeeting> create(UUID meetingId, MeetingDetails details) {
    calls.add("create");
    return createAnswer == null ? new Answer.Done<>(holds(meetingId)) : createAnswer;
  }

  @Override
  public Answer<Optional<WebexMeeting>> find(UUID meetingId, MeetingDetails details) {
    calls.add("find");
    return findAnswer == null
        ? new Answer.Done<>(Optional.ofNullable(meetings.get(meetingId)))
        : findAnswer;
  }

  void holdsAlso(String... webexMeetingIds) {
    marked.addAll(List.of(webexMeetingIds));
  }

  void holdsElsewhere(String webexMeetingId) {
    elsewhere.add(webexMeetingId);
  }

  List<String> marked() {
    return marked;
  }

  @Override
  public Answer<List<String>> marked(UUID meetingId, String host, Instant from, Instant to) {
    calls.add("marked");
    return markedAnswer == null ? new Answer.Done<>(List.copyOf(marked)) : markedAnswer;
  }

  void answersMarked(Answer<List<String>> answer) {
    markedAnswer = answer;
  }

  @Override
  public Answer<Boolean> exists(String webexMeetingId, String host) {
    calls.add("exists");
    return new Answer.Done<>(elsewhere.contains(webexMeetingId));
  }

  @Override
  public Answer<Deleted> delete(String webexMeetingId, String host) {
    calls.add("delete");
    if (deleteAnswer == null) {
      marked.remove(webexMeetingId);
      elsewhere.remove(webexMeetingId);
    }
    return deleteAnswer == null ? new Answer.Done<>(Deleted.DELETED) : deleteAnswer;
  }
}
