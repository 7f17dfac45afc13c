package dev.convene.chaos.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All that is known of one meeting, in the order in which it happened, for whoever looks for why.
 */
public final class Story {

  private static final Duration AFTERMATH = Duration.ofSeconds(30);
  private static final int MOST_LINES = 120;

  private final Evidence evidence;
  private final List<Line> lines = new ArrayList<>();

  private record Line(Instant at, String text) {}

  private Story(Evidence evidence) {
    this.evidence = evidence;
  }

  /** One line for each event of it, with what was done to the system meanwhile. */
  public static String of(UUID meeting, Evidence evidence) {
    Story story = new Story(evidence);
    Claim claim = evidence.claims().get(meeting);
    if (claim == null) {
      story.atVendors(meeting);
      return "  The API knows nothing of " + meeting + "\n" + story.text();
    }
    story.claimed(claim);
    story.atVendors(meeting);
    Instant end = claim.endedAt().orElse(claim.acceptedAt()).plus(AFTERMATH);
    story.calls(meeting, claim, end);
    story.happenings(claim.acceptedAt(), end);
    return "  %s of %s: %s%s%n%s"
        .formatted(
            meeting,
            claim.host(),
            claim.status(),
            claim.reason() == null ? "" : ", " + claim.reason(),
            story.text());
  }

  private void claimed(Claim claim) {
    for (Claim.Run run : claim.timeline()) {
      add(
          run.endedAt(),
          "API        %s %s, begun %s, attempts %d%s%s"
              .formatted(
                  run.step(),
                  run.outcome(),
                  run.startedAt(),
                  run.attempts(),
                  run.reason() == null ? "" : ", " + run.reason(),
                  run.nextAttemptAt() == null ? "" : ", next at " + run.nextAttemptAt()));
    }
  }

  private void atVendors(UUID meeting) {
    Truth truth = evidence.truth();
    of(meeting, truth.meetings())
        .forEach(held -> {
          add(held.createdAt(), "Webex      meeting %s made".formatted(held.id()));
          Instant deletedAt = held.deletedAt();
          if (deletedAt != null) {
            add(deletedAt, "Webex      meeting %s deleted".formatted(held.id()));
          }
        });
    of(meeting, truth.events())
        .forEach(held ->
            add(
                held.createdAt(),
                "Outlook    event made%s".formatted(held.live() ? "" : ", gone now")));
    of(meeting, truth.mails())
        .forEach(
            mail -> add(mail.at(), "Outlook    mailed %s to %s".formatted(mail.kind(), mail.to())));
  }

  /** Calls that had no effect bear no mark; the host's are told, whichever meeting they meant. */
  private void calls(UUID meeting, Claim claim, Instant end) {
    evidence.truth().calls().stream()
        .filter(call ->
            call.meeting().isPresent()
                ? call.meeting().get().equals(meeting)
                : Objects.equals(call.mailbox(), claim.host())
                    && !call.at().isBefore(claim.acceptedAt())
                    && !call.at().isAfter(end))
        .forEach(call ->
            add(
                call.at(),
                "%-10s %s %s: %d%s%s%s"
                    .formatted(
                        call.vendor(),
                        call.method(),
                        call.route(),
                        call.status(),
                        call.fault() == null ? "" : ", struck by " + call.fault(),
                        call.effect() == null ? "" : ", " + call.effect(),
                        call.meeting().isPresent() ? "" : " (some meeting of this host)")));
  }

  private void happenings(Instant begin, Instant end) {
    evidence.happenings().stream()
        .filter(happening -> happening.overlaps(begin, end))
        .forEach(happening -> {
          add(happening.from(), "done       %s %s".formatted(happening.kind(), happening.target()));
          add(
              happening.until(),
              "undone     %s %s".formatted(happening.kind(), happening.target()));
        });
  }

  private static <T extends Truth.Marked> List<T> of(UUID meeting, List<T> all) {
    return all.stream().filter(one -> one.meeting().filter(meeting::equals).isPresent()).toList();
  }

  private void add(Instant at, String text) {
    lines.add(new Line(at, text));
  }

  private String text() {
    return lines.stream()
        .sorted(Comparator.comparing(Line::at))
        .limit(MOST_LINES)
        .map(line -> "    %-30s %s%n".formatted(line.at(), line.text()))
        .collect(Collectors.joining());
  }
}
