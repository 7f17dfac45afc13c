package dev.convene.gateway.operations;

import dev.convene.contracts.Requester;
import dev.convene.contracts.SchedulingOutcome;
import dev.convene.contracts.TopicMessage;
import dev.convene.gateway.access.Caller;
import dev.convene.gateway.meetings.Meeting;
import dev.convene.gateway.meetings.MeetingId;
import dev.convene.gateway.meetings.MeetingStore;
import dev.convene.gateway.operations.Ordered.Fate;
import dev.convene.gateway.operations.Ordered.Item;
import dev.convene.gateway.progress.Announcement;
import dev.convene.gateway.progress.Announcements;
import dev.convene.gateway.progress.CheckTimes;
import dev.convene.gateway.progress.Progress;
import dev.convene.gateway.progress.ProgressStore;
import dev.convene.gateway.progress.ProgressStore.Change;
import dev.convene.gateway.progress.ProgressStore.Row;
import dev.convene.gateway.progress.SweepTimes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes operators' orders about meetings: notes who wants what, decides what it means for each, and
 * leaves to the outbox what the workers must be told, all in one transaction.
 */
@Component
class Operators {

  /** In the order of ids, as all who lock several do. */
  private static final String LOCK =
      "select id, requested_by::text as requested_by from meeting"
          + " where id = any($1) order by id for update";

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final MeetingStore meetings;
  private final ProgressStore progress;
  private final Actions actions;
  private final Outbox outbox;
  private final CheckTimes checkTimes;
  private final SweepTimes sweepTimes;
  private final InstantSource clock;
  private final JsonMapper mapper;

  Operators(
      DatabaseClient database,
      TransactionalOperator transaction,
      MeetingStore meetings,
      ProgressStore progress,
      Actions actions,
      Outbox outbox,
      CheckTimes checkTimes,
      SweepTimes sweepTimes,
      InstantSource clock,
      JsonMapper mapper) {
    this.database = database;
    this.transaction = transaction;
    this.meetings = meetings;
    this.progress = progress;
    this.actions = actions;
    this.outbox = outbox;
    this.checkTimes = checkTimes;
    this.sweepTimes = sweepTimes;
    this.clock = clock;
    this.mapper = mapper;
  }

  /** What is to be decided for each meeting. */
  @FunctionalInterface
  private interface Rule {
    Decision of(Meeting meeting, Requester requestedBy, long action, Instant now);
  }

  /** Has these tried now. */
  Mono<Ordered> retry(Caller caller, @Nullable String reason, List<String> ids, boolean more) {
    Rule rule = (meeting, requester, action, _) -> Decision.retry(meeting, requester, action);
    return order(caller, Kind.RETRY, reason, ids, more, rule);
  }

  /** Has these ended, or closes them where operations have finished them by hand. */
  Mono<Ordered> abandon(Caller caller, String reason, List<String> ids, boolean more) {
    Rule rule = (meeting, _, action, now) -> Decision.abandon(meeting, reason, action, now);
    return order(caller, Kind.ABANDON, reason, ids, more, rule);
  }

  private Mono<Ordered> order(
      Caller caller,
      Kind kind,
      @Nullable String reason,
      List<String> ids,
      boolean more,
      Rule rule) {
    List<UUID> known = ids.stream().flatMap(id -> MeetingId.read(id).stream()).toList();
    Instant now = clock.instant();
    return actions
        .number()
        .flatMap(number ->
            lock(known)
                .zipWhen(_ -> meetings.findAll(known))
                .flatMap(found -> {
                  List<Item> items = new ArrayList<>();
                  List<TopicMessage> messages = new ArrayList<>();
                  Map<UUID, Decision> decided = new HashMap<>();
                  for (Meeting meeting : found.getT2()) {
                    Requester requester =
                        Objects.requireNonNull(found.getT1().get(meeting.id()), "is locked");
                    Decision decision = rule.of(meeting, requester, number, now);
                    items.add(new Item(meeting.id().toString(), decision.fate()));
                    Optional.ofNullable(decision.message()).ifPresent(messages::add);
                    if (decision.progress() != null) {
                      decided.put(meeting.id(), decision);
                    }
                  }
                  ids.stream()
                      .filter(id -> items.stream().noneMatch(item -> item.meetingId().equals(id)))
                      .forEach(id -> items.add(new Item(id, Fate.NOT_FOUND)));
                  return write(decided, now)
                      .flatMap(outcomes -> {
                        messages.addAll(outcomes);
                        return actions.note(number, caller, kind, reason, ids, messages);
                      })
                      .thenReturn(new Ordered(number, kind, items, more));
                }))
        .as(transaction::transactional)
        .doOnNext(_ -> outbox.look());
  }

  /** What other systems must be told of what was decided; the outbox does that, too. */
  private Mono<List<SchedulingOutcome>> write(Map<UUID, Decision> decided, Instant now) {
    return progress
        .lock(decided.keySet())
        .collectList()
        .flatMap(rows -> {
          List<Change> changes = new ArrayList<>();
          List<SchedulingOutcome> outcomes = new ArrayList<>();
          for (Row row : rows) {
            Decision decision = Objects.requireNonNull(decided.get(row.id()), "is locked");
            Progress after = Objects.requireNonNull(decision.progress(), "was decided");
            // What was finished by hand is compared with the vendors, too.
            Instant check = decision.check() ? now : checkTimes.afterDisturbance(now);
            changes.add(
                new Change(
                    row.id(),
                    after,
                    sweepTimes.after(after, now),
                    Optional.of(check),
                    true,
                    Announcements.count(row, after)));
            // Where it stood may still be on its way, and must not come after this.
            Announcements.of(row, after, !after.equals(row.progress())).stream()
                .map(Announcement::outcome)
                .forEach(outcomes::add);
          }
          return progress.write(changes, now).thenReturn(outcomes);
        });
  }

  /** The requesters of those that there are; nothing can happen to these meetings now. */
  private Mono<Map<UUID, Requester>> lock(List<UUID> ids) {
    return database
        .sql(LOCK)
        .bind(0, ids.toArray(UUID[]::new))
        .map(row ->
            Map.entry(
                Objects.requireNonNull(row.get("id", UUID.class)),
                mapper.readValue(row.get("requested_by", String.class), Requester.class)))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }
}
