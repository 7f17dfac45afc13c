package dev.convene.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every message by the name under which it travels, {@code <what>.v<version>} in {@code ce_type}.
 */
public enum MessageType {
  SCHEDULE_MEETING("meeting.schedule.v1", ScheduleMeeting.class),
  MEETING_CREATED("meeting.created.v1", MeetingCreated.class),
  MEETING_REFUSED("meeting.refused.v1", MeetingRefused.class),
  MEETING_WITHDRAWN("meeting.withdrawn.v1", MeetingWithdrawn.class),
  INVITE_SENT("invite.sent.v1", InviteSent.class),
  INVITE_FAILED("invite.failed.v1", InviteFailed.class),
  CANCEL_MEETING("meeting.cancel.v1", CancelMeeting.class),
  MEETING_DELETED("meeting.deleted.v1", MeetingDeleted.class),
  INVITE_CANCELLED("invite.cancelled.v1", InviteCancelled.class),
  CHECK_MEETING("meeting.check.v1", CheckMeeting.class),
  MEETING_CHECKED("meeting.checked.v1", MeetingChecked.class),
  INVITATION_CHECKED("invitation.checked.v1", InvitationChecked.class),
  STEP_DELAYED("step.delayed.v1", StepDelayed.class),
  ATTENTION_NEEDED("attention.needed.v1", AttentionNeeded.class),
  RETRY_STEP("step.retry.v1", RetryStep.class),
  ABANDON_STEP("step.abandon.v1", AbandonStep.class),
  PAUSE_WORK("work.pause.v1", PauseWork.class),
  RESUME_WORK("work.resume.v1", ResumeWork.class),
  MEETING_SCHEDULED("outcome.scheduled.v1", MeetingScheduled.class),
  MEETING_DELAYED("outcome.delayed.v1", MeetingDelayed.class),
  MEETING_FAILED("outcome.failed.v1", MeetingFailed.class),
  MEETING_CANCELLED("outcome.cancelled.v1", MeetingCancelled.class),
  MEETING_NEEDS_ATTENTION("outcome.attention.v1", MeetingNeedsAttention.class);

  private static final Map<String, MessageType> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(MessageType::typeName, Function.identity()));
  private static final Map<Class<? extends TopicMessage>, MessageType> BY_RECORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(MessageType::record, Function.identity()));

  private final String typeName;
  private final Class<? extends TopicMessage> record;

  MessageType(String typeName, Class<? extends TopicMessage> record) {
    this.typeName = typeName;
    this.record = record;
  }

  /** The value of {@code ce_type}. */
  public String typeName() {
    return typeName;
  }

  /** The record that carries it. */
  public Class<? extends TopicMessage> record() {
    return record;
  }

  /** The type of that name in exactly that version. */
  public static Optional<MessageType> named(String typeName) {
    return Optional.ofNullable(BY_NAME.get(typeName));
  }

  /** The records of that kind, by the names under which they travel. */
  public static <T extends TopicMessage> Map<String, Class<? extends T>> catalogue(Class<T> kind) {
    return Arrays.stream(values())
        .filter(type -> kind.isAssignableFrom(type.record))
        .collect(
            Collectors.toUnmodifiableMap(
                MessageType::typeName, type -> type.record.asSubclass(kind)));
  }

  /** The type of that message. */
  public static MessageType of(TopicMessage message) {
    MessageType type = BY_RECORD.get(message.getClass());
    if (type == null) {
      throw new IllegalArgumentException(message.getClass() + " has no MessageType");
    }
    return type;
  }
}
