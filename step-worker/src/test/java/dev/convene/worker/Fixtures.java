package dev.convene.worker;

import dev.convene.contracts.MeetingDetails;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MeetingRefused;
import dev.convene.contracts.MessageType;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Requester;
import dev.convene.contracts.ScheduleMeeting;
import dev.convene.contracts.Step;
import dev.convene.defaults.messaging.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the tests of this module speak of. */
final class Fixtures {

  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final Reason SLOW = new Reason("webex.throttled", "Webex asks Convene to slow down.");

  private Fixtures() {}

  static ScheduleMeeting aCommandFor(String host) {
    MeetingDetails details =
        new MeetingDetails(
            "Review",
            null,
            host,
            LocalDateTime.of(2026, 12, 1, 10, 0),
            LocalDateTime.of(2026, 12, 1, 11, 0),
            ZoneId.of("Europe/Berlin"),
            List.of(),
            null,
            null);
    return new ScheduleMeeting(UUID.randomUUID(), 1, new Requester("test", null), details);
  }

  static Envelope anEnvelopeFor(MeetingMessage message) {
    return new Envelope(
        UUID.randomUUID().toString(),
        MessageType.of(message).typeName(),
        "/test",
        message.meetingId().toString(),
        NOW,
        false);
  }

  static MeetingRefused refused(ScheduleMeeting command, Attempt attempt) {
    return new MeetingRefused(
        command.meetingId(), command.host(), SLOW, attempt.endingAt(attempt.firstAt()));
  }

  static Work<ScheduleMeeting> work(BiFunction<ScheduleMeeting, Attempt, Outcome> attempt) {
    ScheduleMeeting command = aCommandFor("bob@contoso.example");
    return new Work<>(anEnvelopeFor(command), command, new Handler(attempt));
  }

  /** A handler for commands that does what a test says, and gives up a day after the first try. */
  record Handler(BiFunction<ScheduleMeeting, Attempt, Outcome> behaviour)
      implements StepHandler<ScheduleMeeting> {

    @Override
    public Step step() {
      return Step.CREATE_MEETING;
    }

    @Override
    public Class<ScheduleMeeting> takes() {
      return ScheduleMeeting.class;
    }

    @Override
    public Outcome attempt(ScheduleMeeting command, Attempt attempt) {
      return behaviour.apply(command, attempt);
    }

    @Override
    public Instant giveUpAt(ScheduleMeeting command, Instant firstAttemptAt) {
      return firstAttemptAt.plus(Duration.ofDays(1));
    }

    @Override
    public Outcome giveUp(ScheduleMeeting command, Attempt attempt, Reason last) {
      return new Outcome.Completed(
          new MeetingRefused(
              command.meetingId(), command.host(), last, attempt.endingAt(attempt.firstAt())));
    }
  }

  /** Tries at once, and waits for nothing. */
  static StepRunner runner(InstantSource clock) {
    return runner(clock, () -> false);
  }

  /** As well, in a process that may be ending. */
  static StepRunner runner(InstantSource clock, BooleanSupplier ending) {
    return new StepRunner(quickly(), clock, new Random(1), _ -> {}, ending);
  }

  static SlowMailboxes slowMailboxes(InstantSource clock) {
    return new SlowMailboxes(quickly().slowMailbox(), clock);
  }

  /** What an operator wants of whatever meeting. */
  static Wishes wishing(@Nullable Wish wish) {
    return new Wishes() {
      @Override
      public @Nullable Wish of(String meetingId) {
        return wish;
      }

      @Override
      public void granted(Wish granted) {}
    };
  }

  static WorkerProperties quickly() {
    return new WorkerProperties(
        Duration.ofSeconds(20),
        3,
        3,
        Duration.ofMillis(1),
        Duration.ofMillis(50),
        Duration.ofSeconds(10),
        Duration.ofSeconds(25),
        new WorkerProperties.SlowMailboxProperties(
            8,
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            2,
            Duration.ofMinutes(1),
            Duration.ofSeconds(45)),
        new WorkerProperties.ParkingProperties(
            Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofSeconds(1), 5));
  }
}
