package dev.convene.webex.quota;

import dev.convene.contracts.Reason;
import dev.convene.webex.meetings.Answer;
import dev.convene.webex.meetings.WebexMeeting;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Lets a creation through where its host's day has room for one more, and learns from its end. */
public final class CreationGate {

  /** What is blocked for longer is not a minute's limit but the day's. */
  private static final Duration A_MINUTES_LIMIT = Duration.ofMinutes(10);

  private final CreationQuota quota;
  private final CreationHistory history;

  CreationGate(CreationQuota quota, CreationHistory history) {
    this.quota = quota;
    this.history = history;
  }

  /**
   * What the call comes to, or {@link Answer.HeldBack} without a call.
   *
   * @param create asks Webex to create the meeting
   */
  public Answer<WebexMeeting> create(
      String host, UUID meetingId, Supplier<Answer<WebexMeeting>> create) {
    history.learnAbout(host);
    Optional<Duration> wait = quota.take(host, meetingId);
    if (wait.isPresent()) {
      return new Answer.HeldBack<>(
          new Reason(
              "webex.day-quota",
              host + " has used up the meetings that Webex lets one host create in 24 hours."),
          wait.get());
    }
    Answer<WebexMeeting> answer = create.get();
    if (answer instanceof Answer.HeldBack<WebexMeeting>) {
      quota.giveBack(host, meetingId);
    }
    if (answer instanceof Answer.Throttled<WebexMeeting>(var _, var retryAfter)
        && retryAfter.compareTo(A_MINUTES_LIMIT) > 0) {
      quota.exhausted(host, retryAfter);
    }
    return answer;
  }

  /** What a look-up came to: a meeting that is there was made, perhaps by a process that died. */
  public Answer<Optional<WebexMeeting>> found(
      String host, UUID meetingId, Answer<Optional<WebexMeeting>> answer) {
    if (answer instanceof Answer.Done(Optional<WebexMeeting> found) && found.isPresent()) {
      quota.learn(host, meetingId);
    }
    return answer;
  }
}
