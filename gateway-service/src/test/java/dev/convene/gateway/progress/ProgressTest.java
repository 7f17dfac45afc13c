package dev.convene.gateway.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.AttentionNeeded;
import dev.convene.contracts.Expectation;
import dev.convene.contracts.MeetingChecked;
import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MessageType;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import dev.convene.contracts.StepDelayed;
import dev.convene.gateway.servers.Events;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProgressTest {

  private static final Events EVENTS = new Events(new UUID(7, 7));

  static Stream<Arguments> stories() {
    return Stream.of(
        story(MeetingStatus.ACCEPTED),
        story(MeetingStatus.DELAYED, EVENTS.delayed(Step.CREATE_MEETING, 1)),
        story(MeetingStatus.IN_PROGRESS, EVENTS.delayed(Step.CREATE_MEETING, 1), EVENTS.created(2)),
        story(MeetingStatus.FAILED, EVENTS.delayed(Step.CREATE_MEETING, 1), EVENTS.refused(2)),
        story(
            MeetingStatus.SCHEDULED,
            EVENTS.delayed(Step.CREATE_MEETING, 1),
            EVENTS.created(2),
            EVENTS.delayed(Step.SEND_INVITATION, 3),
            EVENTS.sent(4)),
        story(
            MeetingStatus.DELAYED,
            EVENTS.created(1),
            EVENTS.delayed(Step.SEND_INVITATION, 2),
            EVENTS.delayed(Step.SEND_INVITATION, 3)),
        story(MeetingStatus.IN_PROGRESS, EVENTS.created(1), EVENTS.failed(2)),
        story(
            MeetingStatus.FAILED,
            EVENTS.created(1),
            EVENTS.failed(2),
            EVENTS.delayed(Step.WITHDRAW_MEETING, 3),
            EVENTS.withdrawn(4)),
        story(
            MeetingStatus.NEEDS_ATTENTION,
            EVENTS.created(1),
            EVENTS.failed(2),
            EVENTS.delayed(Step.WITHDRAW_MEETING, 3),
            EVENTS.attention(Step.WITHDRAW_MEETING, 4)),
        story(
            MeetingStatus.NEEDS_ATTENTION,
            EVENTS.created(1),
            EVENTS.sent(2),
            EVENTS.failed(3),
            EVENTS.withdrawn(4)),
        // An operator has it tried again: it waits, and needs attention anew, or ends.
        story(
            MeetingStatus.DELAYED,
            EVENTS.created(1),
            EVENTS.failed(2),
            EVENTS.attention(Step.WITHDRAW_MEETING, 4),
            EVENTS.delayed(Step.WITHDRAW_MEETING, 5)),
        story(
            MeetingStatus.NEEDS_ATTENTION,
            EVENTS.created(1),
            EVENTS.failed(2),
            EVENTS.attention(Step.WITHDRAW_MEETING, 4),
            EVENTS.delayed(Step.WITHDRAW_MEETING, 5),
            EVENTS.attention(Step.WITHDRAW_MEETING, 6)),
        story(MeetingStatus.FAILED, EVENTS.attention(Step.CREATE_MEETING, 1), EVENTS.refused(2)),
        story(
            MeetingStatus.SCHEDULED,
            EVENTS.created(1),
            EVENTS.attention(Step.SEND_INVITATION, 2),
            EVENTS.sent(3)),
        // What a check found.
        story(
            MeetingStatus.SCHEDULED,
            EVENTS.created(1),
            EVENTS.sent(2),
            EVENTS.deleted(90, Expectation.BOTH, "webex-2"),
            EVENTS.checked(91, Expectation.BOTH, List.of("webex-1"), List.of("e"))),
        story(
            MeetingStatus.NEEDS_ATTENTION,
            EVENTS.created(1),
            EVENTS.sent(2),
            EVENTS.checked(91, Expectation.BOTH, List.of("webex-1"), List.of())),
        story(
            MeetingStatus.SCHEDULED,
            EVENTS.created(1),
            EVENTS.sent(2),
            EVENTS.checked(91, Expectation.BOTH, List.of("webex-1"), List.of()),
            EVENTS.checked(95, Expectation.BOTH, List.of("webex-1"), List.of("e"))),
        story(
            MeetingStatus.CANCELLED,
            EVENTS.created(1),
            EVENTS.sent(2),
            EVENTS.checked(91, Expectation.BOTH, List.of(), List.of())),
        story(
            MeetingStatus.FAILED,
            EVENTS.created(1),
            EVENTS.failed(2),
            EVENTS.attention(Step.WITHDRAW_MEETING, 4),
            EVENTS.checked(91, Expectation.NONE, List.of(), List.of())),
        story(
            MeetingStatus.FAILED,
            EVENTS.created(1),
            EVENTS.attention(Step.SEND_INVITATION, 2),
            EVENTS.checked(90, Expectation.UNSURE, List.of("webex-1"), List.of()),
            EVENTS.failed(91),
            EVENTS.withdrawn(92)),
        story(
            MeetingStatus.SCHEDULED,
            EVENTS.attention(Step.SEND_INVITATION, 2),
            EVENTS.checked(91, Expectation.UNSURE, List.of("webex-1"), List.of("e")),
            EVENTS.sent(91)),
        // Two meetings for one, after a race.
        story(
            MeetingStatus.SCHEDULED,
            EVENTS.created(1, "webex-1"),
            EVENTS.created(3, "webex-2"),
            EVENTS.sent(4, "webex-2")),
        // Copies of one fact that tell it differently: two runs, one of them later.
        story(MeetingStatus.IN_PROGRESS, EVENTS.created(1), EVENTS.created(5), EVENTS.failed(3)));
  }

  private static Arguments story(MeetingStatus end, MeetingMessage... events) {
    return Arguments.of(end, List.of(events));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void inWhateverOrderAndHoweverOftenEventsComeTheEndIsTheSame(
      MeetingStatus end, List<MeetingMessage> events) {
    List<Fact> facts = events.stream().map(ProgressTest::fact).toList();
    Set<Object> ends = new HashSet<>();
    for (List<Fact> order : permutations(facts)) {
      Progress once = told(order);
      assertThat(once.status()).isEqualTo(end);
      ends.add(essence(once));
      for (Fact again : order) {
        List<Fact> twice = new ArrayList<>(order);
        twice.add(again);
        ends.add(essence(told(twice)));
        twice.addFirst(again);
        ends.add(essence(told(twice)));
      }
    }
    assertThat(ends).hasSize(1);
  }

  @Test
  void randomHistoriesWithDuplicatesComeToTheSameEndInEveryOrder() {
    List<Fact> all =
        stories()
            .flatMap(story -> ((List<?>) story.get()[1]).stream())
            .map(event -> fact((MeetingMessage) event))
            .toList();
    Random random = new Random(20261123);
    for (int round = 0; round < 2000; round++) {
      List<Fact> history =
          new ArrayList<>(random.ints(8, 0, all.size()).mapToObj(all::get).toList());
      Object expected = essence(told(history));
      Collections.shuffle(history, random);
      history.addAll(history.subList(0, 4));
      assertThat(essence(told(history))).isEqualTo(expected);
    }
  }

  @Test
  void whatIsKnownAlreadyChangesNothing() {
    Fact created = fact(EVENTS.created(1));
    Progress progress = told(List.of(created, fact(EVENTS.sent(2))));

    assertThat(progress.with(created)).isSameAs(progress);
    assertThat(progress.with(fact(EVENTS.created(9)))).isSameAs(progress);
  }

  @Test
  void factsAreNumberedAsTheyArriveAndListedAsTheyHappened() {
    Progress progress = told(List.of(fact(EVENTS.sent(2)), fact(EVENTS.created(1))));

    assertThat(progress.facts()).extracting(Fact::number).containsExactly(1, 2);
    assertThat(progress.timeline()).extracting(Fact::number).containsExactly(2, 1);
  }

  @Test
  void ofManyDelaysTheLatestAreKeptWhicheverCameFirst() {
    List<Fact> delays =
        new ArrayList<>(
            IntStream.rangeClosed(1, 60)
                .mapToObj(second -> fact(EVENTS.delayed(Step.CREATE_MEETING, second)))
                .toList());
    Progress inOrder = told(delays);
    Collections.shuffle(delays, new Random(1));
    Progress shuffled = told(delays);

    assertThat(inOrder.facts()).hasSize(Progress.MOST_ALIKE);
    assertThat(essence(shuffled)).isEqualTo(essence(inOrder));
    assertThat(shuffled.facts()).extracting(Fact::number).doesNotHaveDuplicates();
    assertThat(inOrder.delay().orElseThrow().step().startedAt())
        .isEqualTo(EVENTS.delayed(Step.CREATE_MEETING, 60).step().startedAt());
  }

  @Test
  void whatAnOperatorFinishedByHandHasFailedUnlessBothSidesHaveIt() {
    Reason note = new Reason("operations.handled-by-hand", "Deleted.");
    Fact abandoned = Fact.abandoned("1", Step.WITHDRAW_MEETING, note, Instant.EPOCH);
    List<Fact> needing =
        List.of(
            fact(EVENTS.created(1)),
            fact(EVENTS.failed(2)),
            fact(EVENTS.attention(Step.WITHDRAW_MEETING, 3)));
    assertThat(told(needing).trouble()).isPresent();
    assertThat(told(needing).with(abandoned).status()).isEqualTo(MeetingStatus.FAILED);
    assertThat(told(needing).with(abandoned).reason()).isEqualTo(note);
    assertThat(told(needing).with(abandoned).trouble()).isEmpty();
    List<Fact> contradiction =
        List.of(fact(EVENTS.created(1)), fact(EVENTS.sent(2)), fact(EVENTS.withdrawn(3)));
    assertThat(told(contradiction).trouble()).isPresent();
    assertThat(told(contradiction).with(abandoned).status()).isEqualTo(MeetingStatus.FAILED);
    List<Fact> scheduled = List.of(fact(EVENTS.created(1)), fact(EVENTS.sent(2)), abandoned);
    assertThat(told(scheduled).status()).isEqualTo(MeetingStatus.SCHEDULED);
  }

  @Test
  void ofTwoMeetingsTheOneThatPeopleAreInvitedToIsShown() {
    Progress progress =
        told(
            List.of(
                fact(EVENTS.created(1, "webex-1")),
                fact(EVENTS.created(3, "webex-2")),
                fact(EVENTS.sent(4, "webex-2"))));

    assertThat(progress.meetings()).isEqualTo(2);
    assertThat(progress.meeting().orElseThrow().webexMeetingId()).isEqualTo("webex-2");
  }

  @Test
  void theTimelineShowsRepairsAndFindingsAndNoCleanChecks() {
    List<Fact> gone = List.of(fact(EVENTS.created(1)), fact(EVENTS.sent(2)));
    Progress clean =
        told(gone).with(fact(EVENTS.checked(90, Expectation.BOTH, List.of("w"), List.of("e"))));
    Progress found =
        clean.with(fact(EVENTS.checked(95, Expectation.BOTH, List.of("w"), List.of())));
    Progress mended =
        found.with(fact(EVENTS.checked(99, Expectation.BOTH, List.of("w"), List.of("e"))));

    assertThat(clean.timeline()).hasSize(2);
    assertThat(found.timeline()).hasSize(3);
    assertThat(found.reason().code()).isEqualTo("check.invitation-missing");
    assertThat(found.leftover()).isEqualTo("w");
    assertThat(mended.timeline()).hasSize(2);
    assertThat(told(gone).with(fact(EVENTS.deleted(90, Expectation.BOTH, "x"))).timeline())
        .hasSize(3);
  }

  @Test
  void whatHappensAfterACheckSaysMoreThanTheCheck() {
    Progress progress =
        told(
            List.of(
                fact(EVENTS.refused(1)),
                fact(EVENTS.checked(90, Expectation.NONE, List.of(), List.of())),
                fact(EVENTS.created(100)),
                fact(EVENTS.sent(101))));
    assertThat(progress.status()).isEqualTo(MeetingStatus.SCHEDULED);
  }

  @Test
  void thatACheckWaitsIsNoNews() {
    assertThat(Fact.of("x", EVENTS.delayed(Step.CHECK_MEETING, 1))).isNull();
    assertThat(Fact.of("x", EVENTS.deleted(1, Expectation.BOTH))).isNull();
  }

  @Test
  void aFailureSaysWhy() {
    Progress progress = told(List.of(fact(EVENTS.refused(1))));

    assertThat(progress.reason()).isNotNull();
    assertThat(progress.reason().code()).isEqualTo("webex.no-licence");
  }

  private static Progress told(List<Fact> facts) {
    Progress progress = Progress.none();
    for (Fact fact : facts) {
      progress = progress.with(fact);
    }
    return progress;
  }

  /** Everything but the numbers, which say in which order the facts came. */
  private static Object essence(Progress progress) {
    return List.of(
        progress.status(),
        String.valueOf(progress.reason()),
        progress.delay().map(fact -> fact.numbered(0)),
        progress.timeline().stream().map(fact -> fact.numbered(0)).toList());
  }

  /** Copies carry one id; the delays of a step are told apart by their attempts. */
  private static Fact fact(MeetingMessage event) {
    String id = MessageType.of(event).typeName();
    return switch (event) {
      case StepDelayed delayed -> Fact.of(id + delayed.step().startedAt(), delayed);
      case AttentionNeeded needed -> Fact.of(id + needed.step().startedAt(), needed);
      case MeetingChecked checked -> Fact.of(id + checked.round(), checked);
      default -> Fact.of(id, event);
    };
  }

  private static List<List<Fact>> permutations(List<Fact> facts) {
    if (facts.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Fact>> all = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      List<Fact> rest = new ArrayList<>(facts);
      Fact first = rest.remove(i);
      for (List<Fact> order : permutations(rest)) {
        List<Fact> longer = new ArrayList<>(order);
        longer.addFirst(first);
        all.add(longer);
      }
    }
    return all;
  }
}
