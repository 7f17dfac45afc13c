package dev.convene.contracts;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting is, as the person asked for it. The gateway has checked it against both vendors'
 * limits; these checks only catch what could never have come from there.
 *
 * @param title 1 to 128 characters
 * @param agenda up to 1300 characters
 * @param host mailbox in lower case
 * @param start local to {@code timeZone}; where the clock shows it twice, the earlier is meant
 * @param end local to {@code timeZone}
 * @param timeZone IANA name
 * @param attendees up to 500, without the host, each mailbox once
 * @param reminderMinutes before the start; absent means the host's own default
 * @param joinBeforeHostMinutes 0, 5, 10 or 15; absent means that the host must be there first
 * @param recurrence how it repeats; absent means that it takes place once. The first occurrence is
 *     at {@code start}, all are at that local time and equally long
 */
public record MeetingDetails(
    String title,
    @Nullable String agenda,
    String host,
    LocalDateTime start,
    LocalDateTime end,
    ZoneId timeZone,
    List<Attendee> attendees,
    @Nullable Integer reminderMinutes,
    @Nullable Integer joinBeforeHostMinutes,
    @Nullable Recurrence recurrence) {

  /** A meeting that takes place once. */
  public MeetingDetails(
      String title,
      @Nullable String agenda,
      String host,
      LocalDateTime start,
      LocalDateTime end,
      ZoneId timeZone,
      List<Attendee> attendees,
      @Nullable Integer reminderMinutes,
      @Nullable Integer joinBeforeHostMinutes) {
    this(
        title,
        agenda,
        host,
        start,
        end,
        timeZone,
        attendees,
        reminderMinutes,
        joinBeforeHostMinutes,
        null);
  }

  public MeetingDetails {
    Checks.present("start", start);
    Checks.present("end", end);
    Checks.present("timeZone", timeZone);
    Checks.present("attendees", attendees);
    Checks.notBlank("title", title);
    Checks.mailbox("host", host);
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("end must be after start");
    }
    agenda = Checks.blankAsAbsent(agenda);
    attendees = List.copyOf(attendees);
  }
}
