package dev.convene.gateway.meetings;

import dev.convene.contracts.JoinDetails;
import dev.convene.defaults.sealing.Seal;
import dev.convene.gateway.meetings.MeetingView.Cancelled;
import dev.convene.gateway.meetings.MeetingView.Delay;
import dev.convene.gateway.meetings.MeetingView.Invitation;
import dev.convene.gateway.meetings.MeetingView.Join;
import dev.convene.gateway.progress.Cancellation;
import dev.convene.gateway.progress.Fact;
import dev.convene.gateway.progress.MeetingStatus;
import dev.convene.gateway.progress.Outcome;
import dev.convene.gateway.progress.Progress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes views of meetings; here, and nowhere else, passwords are opened. */
@Component
class Views {

  private static final Logger log = LoggerFactory.getLogger(Views.class);

  private final Seal seal;

  Views(Seal seal) {
    this.seal = seal;
  }

  /** As its own see it; others see it without join passwords. */
  MeetingView of(Meeting meeting, boolean own) {
    Progress progress = meeting.progress();
    MeetingStatus status = progress.status();
    boolean exists = status != MeetingStatus.FAILED && status != MeetingStatus.CANCELLED;
    return new MeetingView(
        meeting.id(),
        status,
        meeting.acceptedAt(),
        meeting.updatedAt(),
        meeting.details(),
        exists
            ? progress
                .meeting()
                .map(Fact::join)
                .map(join -> open(meeting.id(), join, own))
                .orElse(null)
            : null,
        exists
            ? progress.fact(Outcome.SENT).map(sent -> new Invitation(sent.webLink())).orElse(null)
            : null,
        cancelled(meeting.cancellation()),
        status == MeetingStatus.DELAYED || status == MeetingStatus.CANCELLING
            ? progress.delay().map(Views::delay).orElse(null)
            : null,
        progress.reason(),
        status == MeetingStatus.NEEDS_ATTENTION ? progress.leftover() : null,
        TimelineEntry.of(meeting.acceptedAt(), progress));
  }

  private static @Nullable Cancelled cancelled(@Nullable Cancellation cancellation) {
    return cancellation == null ? null : new Cancelled(cancellation.askedAt(), cancellation.note());
  }

  private static Delay delay(Fact delay) {
    return new Delay(delay.step().name(), delay.reason(), delay.nextAttemptAt());
  }

  private Join open(UUID meetingId, JoinDetails join, boolean own) {
    return new Join(
        join.webLink(),
        join.meetingNumber(),
        own ? open(meetingId, join.sealedPassword()) : null,
        own ? open(meetingId, join.sealedPhonePassword()) : null,
        join.sipAddress(),
        join.accessCode(),
        join.dialIns());
  }

  /** A password that cannot be opened is left out: the rest is still worth showing. */
  private @Nullable String open(UUID meetingId, @Nullable String sealed) {
    if (sealed == null) {
      return null;
    }
    try {
      return seal.open(sealed, meetingId.toString());
    } catch (Seal.CannotOpen e) {
      log.warn("A password of meeting {} cannot be shown: {}", meetingId, e.getMessage());
      return null;
    }
  }
}
