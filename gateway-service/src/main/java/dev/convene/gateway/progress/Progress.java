package dev.convene.gateway.progress;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.convene.contracts.Reason;
import dev.convene.contracts.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of what became of a meeting. A merge: each fact stands for itself, the status
 * is derived from all of them, so it does not matter in which order they come, or how often.
 *
 * @param last the highest number given to a fact
 * @param facts in the order of arrival
 */
public record Progress(int last, List<Fact> facts) {

  /** A step may be put off for weeks; the latest of its delays say enough. */
  static final int MOST_ALIKE = 20;

  private static final Comparator<Fact> BY_AGE = Fact.EARLIER;
  private static final Reason CONTRADICTION =
      new Reason(
          "convene.contradiction",
          "The invitation was sent, and yet its Webex meeting was withdrawn. Cancel the invitation"
              + " in Outlook, and schedule the meeting again.");

  public Progress {
    facts = List.copyOf(facts);
  }

  /** Nothing has happened yet. */
  public static Progress none() {
    return new Progress(0, List.of());
  }

  /** This and one more fact; an equal one where it says nothing new. */
  public Progress with(Fact fact) {
    for (int i = 0; i < facts.size(); i++) {
      Fact known = facts.get(i);
      if (known.isSameAs(fact)) {
        return known.equals(fact.numbered(known.number())) || !fact.holdsAgainst(known)
            ? this
            : replaced(i, fact);
      }
    }
    List<Fact> more = new ArrayList<>(facts);
    Fact numbered = fact.numbered(last + 1);
    more.add(numbered);
    if (fact.mayComeAgain()) {
      Optional<Fact> oldest = oldestBeyondLimit(more, fact.outcome());
      if (oldest.isPresent()) {
        if (oldest.get().equals(numbered)) {
          return this;
        }
        more.remove(oldest.get());
      }
    }
    return new Progress(last + 1, more);
  }

  /** Derived from the facts; the strongest wins, whichever came first. */
  @JsonIgnore
  public MeetingStatus status() {
    if (isBeingCancelled()) {
      return Cancel.status(this);
    }
    Optional<Fact> check = lastWord();
    if (check.isPresent()) {
      Fact found = check.get();
      if (found.reason() != null) {
        return MeetingStatus.NEEDS_ATTENTION;
      }
      if (found.webexMeetingId() == null && found.leftover() == null) {
        return has(Outcome.SENT) && !has(Outcome.WITHDRAWN)
            ? MeetingStatus.CANCELLED
            : MeetingStatus.FAILED;
      }
    }
    if (has(Outcome.WITHDRAWN)) {
      return isContradictory() ? MeetingStatus.NEEDS_ATTENTION : MeetingStatus.FAILED;
    }
    if (has(Outcome.SENT)) {
      return MeetingStatus.SCHEDULED;
    }
    if (has(Outcome.ABANDONED)) {
      return MeetingStatus.FAILED;
    }
    if (attention().isPresent()) {
      return MeetingStatus.NEEDS_ATTENTION;
    }
    if (has(Outcome.REFUSED) && !has(Outcome.CREATED)) {
      return MeetingStatus.FAILED;
    }
    if (delay().isPresent()) {
      return MeetingStatus.DELAYED;
    }
    return has(Outcome.CREATED) || has(Outcome.FAILED)
        ? MeetingStatus.IN_PROGRESS
        : MeetingStatus.ACCEPTED;
  }

  /** Why it failed or needs attention. */
  @JsonIgnore
  public @Nullable Reason reason() {
    return switch (status()) {
      case FAILED ->
          Stream.of(
                  Outcome.ABANDONED,
                  Outcome.WITHDRAWN,
                  Outcome.REFUSED,
                  Outcome.FAILED,
                  Outcome.NEEDS_ATTENTION)
              .map(this::reasonOf)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      case NEEDS_ATTENTION -> {
        Reason finding = lastWord().map(Fact::reason).orElse(null);
        if (finding != null) {
          yield finding;
        }
        yield isContradictory() ? CONTRADICTION : attention().map(Fact::reason).orElse(null);
      }
      case ACCEPTED, IN_PROGRESS, DELAYED, SCHEDULED, CANCELLING, CANCELLED -> null;
    };
  }

  /** Whether somebody wants it cancelled; from then on nothing else counts. */
  @JsonIgnore
  public boolean isBeingCancelled() {
    return has(Outcome.CANCEL_ASKED);
  }

  /** Whether anything was heard of it from the workers. */
  @JsonIgnore
  public boolean isHeardOf() {
    return facts.stream().anyMatch(fact -> fact.outcome() != Outcome.CANCEL_ASKED);
  }

  /** The step that is parked now, and until when. */
  @JsonIgnore
  public Optional<Fact> delay() {
    return facts.stream()
        .filter(fact -> fact.outcome() == Outcome.DELAYED && matters(fact.step().name()))
        .max(BY_AGE);
  }

  /**
   * The step that only an operator can end now: nothing has ended it since, and it is not being
   * tried again.
   */
  @JsonIgnore
  public Optional<Fact> attention() {
    return facts.stream()
        .filter(fact -> fact.outcome() == Outcome.NEEDS_ATTENTION && matters(fact.step().name()))
        .max(BY_AGE)
        .filter(fact -> delay().filter(delay -> BY_AGE.compare(delay, fact) > 0).isEmpty());
  }

  /** What waits, for its next attempt or for an operator. */
  @JsonIgnore
  public Optional<Trouble> trouble() {
    MeetingStatus status = status();
    return switch (status) {
      case DELAYED, CANCELLING ->
          delay().map(fact -> new Trouble(MeetingStatus.DELAYED, fact, fact.reason()));
      case NEEDS_ATTENTION ->
          lastWord()
              .filter(check -> check.reason() != null)
              .or(() -> isContradictory() ? fact(Outcome.SENT) : attention())
              .map(fact -> new Trouble(status, fact, reason()));
      case ACCEPTED, IN_PROGRESS, SCHEDULED, FAILED, CANCELLED -> Optional.empty();
    };
  }

  private boolean isContradictory() {
    return has(Outcome.WITHDRAWN)
        && has(Outcome.SENT)
        && !has(Outcome.ABANDONED)
        && !isBeingCancelled();
  }

  /** The fact of that outcome; of several (one for each step), the latest. */
  public Optional<Fact> fact(Outcome outcome) {
    return facts.stream().filter(fact -> fact.outcome() == outcome).max(BY_AGE);
  }

  /** The meeting that was made: the one that the invitation leads to, or else the first of them. */
  @JsonIgnore
  public Optional<Fact> meeting() {
    String invited = fact(Outcome.SENT).map(Fact::webexMeetingId).orElse(null);
    return created()
        .filter(fact -> invited == null || invited.equals(fact.webexMeetingId()))
        .min(BY_AGE)
        .or(() -> created().min(BY_AGE));
  }

  /** How many different meetings were made for this one; more than one only after a race. */
  @JsonIgnore
  public int meetings() {
    return (int) created().count();
  }

  private Stream<Fact> created() {
    return facts.stream().filter(fact -> fact.outcome() == Outcome.CREATED);
  }

  /** The vendor's id of what may still exist and has to be looked at, where it is known. */
  @JsonIgnore
  public @Nullable String leftover() {
    return lastWord()
        .map(check -> check.leftover() == null ? check.webexMeetingId() : check.leftover())
        .or(() -> attention().map(Fact::leftover))
        .orElse(null);
  }

  /** What the last check found, unless something has happened since. */
  Optional<Fact> lastWord() {
    return fact(Outcome.CHECKED)
        .filter(check ->
            facts.stream()
                .noneMatch(fact -> fact.step().endedAt().isAfter(check.step().endedAt())));
  }

  /** The facts in the order in which things happened. */
  @JsonIgnore
  public List<Fact> timeline() {
    return facts.stream()
        .filter(Fact::isShown)
        .sorted(comparing((Fact f) -> f.step().startedAt()).thenComparing(BY_AGE))
        .toList();
  }

  /** Whether an operator's word is the last that came. */
  @JsonIgnore
  boolean endsByHand() {
    return !facts.isEmpty() && facts.getLast().outcome() == Outcome.ABANDONED;
  }

  /** Who wants it cancelled does not care any more for what was to be done before. */
  private boolean matters(Step step) {
    return step.isCancel() == isBeingCancelled() && !isOver(step);
  }

  boolean isOver(Step step) {
    return switch (step) {
      case CREATE_MEETING -> has(Outcome.CREATED) || has(Outcome.REFUSED);
      case SEND_INVITATION -> has(Outcome.SENT) || has(Outcome.FAILED);
      case WITHDRAW_MEETING -> has(Outcome.WITHDRAWN);
      case DELETE_MEETING -> has(Outcome.DELETED) || isAbandoned(step);
      case CANCEL_INVITATION -> has(Outcome.CANCELLED) || isAbandoned(step);
      case CHECK_MEETING, CHECK_INVITATION -> true;
    };
  }

  private boolean isAbandoned(Step step) {
    return facts.stream()
        .anyMatch(fact -> fact.outcome() == Outcome.ABANDONED && fact.step().name() == step);
  }

  boolean has(Outcome outcome) {
    return facts.stream().anyMatch(fact -> fact.outcome() == outcome);
  }

  private @Nullable Reason reasonOf(Outcome outcome) {
    return fact(outcome).map(Fact::reason).orElse(null);
  }

  /** A copy keeps its place; another check is news. */
  private Progress replaced(int index, Fact fact) {
    List<Fact> others = new ArrayList<>(facts);
    if (fact.outcome() == Outcome.CHECKED) {
      others.remove(index);
      others.add(fact.numbered(last + 1));
      return new Progress(last + 1, others);
    }
    others.set(index, fact.numbered(facts.get(index).number()));
    return new Progress(last, others);
  }

  private static Optional<Fact> oldestBeyondLimit(List<Fact> facts, Outcome outcome) {
    List<Fact> alike = facts.stream().filter(fact -> fact.outcome() == outcome).toList();
    return alike.size() <= MOST_ALIKE ? Optional.empty() : alike.stream().min(BY_AGE);
  }
}
