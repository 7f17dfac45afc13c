package dev.convene.chaos.checking;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what was promised and claimed with what the vendors hold. Serves for one run. */
public final class Checker {

  /** How long a call of a worker that woke up may still be under way. */
  private static final Duration WAKING = Duration.ofSeconds(5);

  private final Evidence evidence;
  private final Map<UUID, List<Truth.WebexMeeting>> meetings;
  private final Map<UUID, List<Truth.Event>> events;
  private final Map<UUID, List<Truth.Mail>> mails;
  private final Set<UUID> cancelled;
  private final List<Violation> violations = new ArrayList<>();
  private final List<Violation> knownHole = new ArrayList<>();

  private Checker(Evidence evidence) {
    this.evidence = evidence;
    this.meetings = Truth.byMeeting(evidence.truth().meetings().stream());
    this.events = Truth.byMeeting(evidence.truth().events().stream());
    this.mails = Truth.byMeeting(evidence.truth().mails().stream());
    this.cancelled =
        evidence.cancels().stream().filter(Cancel::accepted).map(Cancel::meeting).collect(toSet());
  }

  /** All that is wrong. */
  public static Findings check(Evidence evidence) {
    Checker checker = new Checker(evidence);
    checker.everyOrder();
    checker.everythingThatIsNobodys();
    checker.everyMailOfWebex();
    if (!evidence.disturbed()) {
      checker.everyCall();
    }
    return new Findings(checker.violations, checker.knownHole);
  }

  private void everyOrder() {
    Map<Integer, Set<UUID>> promised = new HashMap<>();
    for (Receipt receipt : evidence.receipts()) {
      if (receipt.meeting() != null) {
        promised.computeIfAbsent(receipt.order(), _ -> new HashSet<>()).add(receipt.meeting());
      }
    }
    for (Order order : evidence.orders()) {
      Set<UUID> ids = promised.getOrDefault(order.number(), Set.of());
      if (ids.isEmpty()) {
        found(Promise.NOTHING_LOST, null, order.key() + " was never accepted");
      }
      for (UUID id : ids) {
        if (ids.size() > 1) {
          found(Promise.ONE_MEETING, id, order.key() + " was given the ids " + ids);
        }
        Claim claim = evidence.claims().get(id);
        if (claim == null) {
          found(Promise.NOTHING_LOST, id, "it was accepted, and the API does not know it");
        } else {
          meeting(order, claim);
        }
      }
    }
  }

  private void meeting(Order order, Claim claim) {
    UUID id = claim.id();
    List<Truth.WebexMeeting> live = live(id);
    List<Truth.Event> invited = liveEvents(id);
    once(id, live, invited);
    if (!claim.status().equals(claim.listed())) {
      found(
          Promise.THE_API_IS_TRUE,
          id,
          "the list says " + claim.listed() + ", the meeting itself " + claim.status());
    }
    if (!claim.ended()) {
      found(Promise.EVERYTHING_ENDS, id, "it is still " + claim.status());
      return;
    }
    told(claim);
    cancelled(claim);
    if (claim.undone()) {
      leftovers(claim, live, invited);
    } else if (claim.status().equals(Claim.SCHEDULED)) {
      scheduled(order, claim, live, invited);
    } else {
      attention(claim, live, invited);
    }
  }

  /** The last outcome is how it ended; what has one number is one outcome. */
  private void told(Claim claim) {
    List<Told> told = Told.each(evidence.told().getOrDefault(claim.id(), List.of()));
    if (Told.last(told).filter(last -> last.status().equals(claim.status())).isEmpty()) {
      found(Promise.OTHERS_ARE_TOLD, claim.id(), claim.status() + ", but others heard " + told);
    }
    if (told.stream().map(Told::number).distinct().count() < told.size()) {
      found(Promise.OTHERS_ARE_TOLD, claim.id(), "copies that are none: " + told);
    }
  }

  /** What had failed before stays so; and a cancel without an answer may have been taken. */
  private void cancelled(Claim claim) {
    UUID id = claim.id();
    if (cancelled.contains(id) && claim.status().equals(Claim.SCHEDULED)) {
      found(Promise.CANCELLED_ONCE, id, "its cancellation was accepted, and it is SCHEDULED");
    }
    boolean asked = evidence.cancels().stream().anyMatch(cancel -> cancel.meeting().equals(id));
    if (claim.status().equals(Claim.CANCELLED) && !asked) {
      found(Promise.CANCELLED_ONCE, id, "CANCELLED, and nobody wanted that");
    }
    List<Truth.Mail> all = mails.getOrDefault(id, List.of());
    List<String> invited =
        all.stream().filter(Truth.Mail::invites).map(Truth.Mail::to).sorted().toList();
    List<String> told =
        all.stream().filter(Truth.Mail::cancels).map(Truth.Mail::to).sorted().toList();
    boolean asItShouldBe =
        switch (claim.status()) {
          case Claim.CANCELLED -> told.equals(invited);
          case Claim.SCHEDULED -> told.isEmpty();
          default -> Set.copyOf(told).size() == told.size();
        };
    if (!asItShouldBe) {
      found(
          Promise.CANCELLED_ONCE,
          id,
          "%s; invited were %s, told of a cancellation %s"
              .formatted(claim.status(), invited, told));
    }
  }

  /** At most one of each, and one mail to each person. */
  private void once(UUID id, List<Truth.WebexMeeting> live, List<Truth.Event> invited) {
    if (live.size() > 1) {
      Violation twice =
          new Violation(
              Promise.ONE_MEETING,
              id,
              "Webex holds " + live.stream().map(Truth.WebexMeeting::id).toList());
      (wokenWorkerMade(live) ? knownHole : violations).add(twice);
    }
    if (invited.size() > 1) {
      found(Promise.ONE_INVITATION, id, invited.size() + " events stand in the host's calendar");
    }
    mails.getOrDefault(id, List.of()).stream()
        .filter(Truth.Mail::invites)
        .collect(groupingBy(Truth.Mail::to, counting()))
        .forEach((to, count) -> {
          if (count > 1) {
            found(Promise.ONE_INVITATION, id, to + " was invited " + count + " times");
          }
        });
  }

  private boolean wokenWorkerMade(List<Truth.WebexMeeting> twice) {
    return twice.stream()
        .anyMatch(meeting ->
            evidence.happenings().stream()
                .anyMatch(
                    happening -> happening.wokeWebexWorkerWithin(WAKING, meeting.createdAt())));
  }

  private void leftovers(Claim claim, List<Truth.WebexMeeting> live, List<Truth.Event> invited) {
    if (!live.isEmpty()) {
      found(Promise.NO_ORPHANS, claim.id(), claim.status() + ", but Webex holds its meeting");
    }
    if (!invited.isEmpty()) {
      found(Promise.NO_ORPHANS, claim.id(), claim.status() + ", but the calendar holds its event");
    }
  }

  private void scheduled(
      Order order, Claim claim, List<Truth.WebexMeeting> live, List<Truth.Event> invited) {
    UUID id = claim.id();
    if (live.isEmpty()) {
      found(Promise.THE_API_IS_TRUE, id, "SCHEDULED, but Webex holds no meeting");
    } else if (live.stream().noneMatch(meeting -> meeting.link().equals(claim.link()))) {
      found(Promise.THE_API_IS_TRUE, id, "the link is not that of the meeting at Webex");
    } else if (live.stream().noneMatch(meeting -> meeting.host().equals(order.host()))) {
      found(Promise.THE_API_IS_TRUE, id, "the meeting at Webex has another host");
    }
    if (invited.isEmpty()) {
      found(Promise.THE_API_IS_TRUE, id, "SCHEDULED, but no event is in the calendar");
    } else if (!invited.getFirst().mailbox().equals(order.host())) {
      found(Promise.THE_API_IS_TRUE, id, "the event is in another calendar");
    }
    Set<String> mailed =
        mails.getOrDefault(id, List.of()).stream()
            .filter(Truth.Mail::invites)
            .map(Truth.Mail::to)
            .collect(toSet());
    if (!mailed.equals(Set.copyOf(order.attendees()))) {
      found(Promise.THE_API_IS_TRUE, id, "invited were " + mailed + ", not " + order.attendees());
    }
  }

  /** A person has to look, so it must say why; and nobody may be invited to nothing. */
  private void attention(Claim claim, List<Truth.WebexMeeting> live, List<Truth.Event> invited) {
    if (claim.reason() == null) {
      found(Promise.THE_API_IS_TRUE, claim.id(), "NEEDS_ATTENTION without a reason");
    }
    if (live.isEmpty() && !invited.isEmpty()) {
      found(Promise.NO_ORPHANS, claim.id(), "people are invited to a meeting that is not there");
    }
  }

  private void everythingThatIsNobodys() {
    Set<UUID> known = evidence.claims().keySet();
    Stream.concat(
            evidence.truth().meetings().stream().filter(Truth.WebexMeeting::live),
            evidence.truth().events().stream().filter(Truth.Event::live))
        .filter(held -> held.meeting().filter(known::contains).isEmpty())
        .forEach(held ->
            found(
                Promise.NO_ORPHANS,
                held.meeting().orElse(null),
                "no request is known for " + held));
    Set<UUID> accepted =
        evidence.receipts().stream()
            .filter(Receipt::accepted)
            .map(Receipt::meeting)
            .collect(toSet());
    known.stream()
        .filter(id -> !accepted.contains(id))
        .forEach(id -> found(Promise.ONE_MEETING, id, "the API has it, and nobody was given it"));
  }

  private void everyMailOfWebex() {
    for (Truth.Mail mail : evidence.truth().webexMails()) {
      found(
          Promise.ONE_INVITATION,
          mail.meeting().orElse(null),
          "Webex mailed " + mail.kind() + " to " + mail.to());
    }
  }

  private void everyCall() {
    evidence.truth().calls().stream()
        .filter(Truth.Call::creates)
        .collect(groupingBy(Truth.Call::vendor, counting()))
        .forEach((vendor, count) -> {
          if (count != evidence.orders().size()) {
            found(
                Promise.ONE_CALL,
                null,
                "%s was asked to create %d times for %d requests"
                    .formatted(vendor, count, evidence.orders().size()));
          }
        });
  }

  private List<Truth.WebexMeeting> live(UUID id) {
    return meetings.getOrDefault(id, List.of()).stream().filter(Truth.WebexMeeting::live).toList();
  }

  private List<Truth.Event> liveEvents(UUID id) {
    return events.getOrDefault(id, List.of()).stream().filter(Truth.Event::live).toList();
  }

  private void found(Promise promise, @Nullable UUID meeting, String what) {
    violations.add(new Violation(promise, meeting, what));
  }
}
