package dev.convene.chaos.checking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the vendors hold, held, mailed and were asked.
 *
 * @param events the hosts' own, not the copies of those invited
 */
public record Truth(
    List<WebexMeeting> meetings,
    List<Mail> webexMails,
    List<Event> events,
    List<Mail> mails,
    List<Call> calls) {

  private static final String TAG = "convene:";

  public Truth {
    meetings = List.copyOf(meetings);
    webexMails = List.copyOf(webexMails);
    events = List.copyOf(events);
    mails = List.copyOf(mails);
    calls = List.copyOf(calls);
  }

  /** What is marked as being of a meeting of ours. */
  public interface Marked {
    @Nullable String mark();

    /** The meeting of ours that it is marked with. */
    default Optional<UUID> meeting() {
      String mark = mark();
      if (mark == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            UUID.fromString(mark.startsWith(TAG) ? mark.substring(TAG.length()) : mark));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }
  }

  /** A meeting at Webex. */
  public record WebexMeeting(
      String id,
      @Nullable String mark,
      String host,
      String link,
      Instant createdAt,
      @Nullable Instant deletedAt)
      implements Marked {

    public boolean live() {
      return deletedAt == null;
    }
  }

  /** An event in its host's calendar. */
  public record Event(
      String id, @Nullable String mark, String mailbox, boolean live, Instant createdAt)
      implements Marked {}

  /** A mail to one address. */
  public record Mail(@Nullable String mark, String kind, String to, Instant at) implements Marked {

    public boolean invites() {
      return kind.equals("invite");
    }

    public boolean cancels() {
      return kind.equals("cancel");
    }
  }

  /**
   * A call to a vendor.
   *
   * @param status 0 where no answer was sent
   * @param fault what struck it
   * @param effect what it changed
   */
  public record Call(
      String vendor,
      Instant at,
      String method,
      String route,
      @Nullable String mailbox,
      int status,
      @Nullable String fault,
      @Nullable String effect,
      @Nullable String mark)
      implements Marked {

    /** Whether it could have made something new. */
    public boolean creates() {
      return method.equals("POST") && (route.equals("/v1/meetings") || route.endsWith("/events"));
    }
  }

  /** Those that are marked, by the meeting of ours. */
  static <T extends Marked> Map<UUID, List<T>> byMeeting(Stream<T> all) {
    return all.filter(one -> one.meeting().isPresent())
        .collect(Collectors.groupingBy(one -> one.meeting().orElseThrow()));
  }
}
