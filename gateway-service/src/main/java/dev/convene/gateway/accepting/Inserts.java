package dev.convene.gateway.accepting;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.convene.gateway.accepting.Accepting.Accepted;
import dev.convene.gateway.accepting.Accepting.KeyReused;
import dev.convene.gateway.accepting.Accepting.Repeated;
import dev.convene.gateway.progress.MeetingStatus;
import dev.convene.gateway.progress.Progress;
import dev.convene.gateway.progress.SweepTimes;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests durable: many in one statement, each once for its owner and key. */
@Component
class Inserts {

  private static final String INSERT =
      """
      insert into meeting (id, owner, idempotency_key, request_hash, requested_by, host, start_at,
          end_at, request, status, progress, revision, accepted_at, updated_at, sweep_at, sweeps)
      select id, owner, key, hash, requested_by::jsonb, host, start_at, end_at, request::jsonb,
          $10, $11::jsonb, 0, accepted_at, accepted_at, sweep_at, 0
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
          $7::timestamptz[], $8::timestamptz[], $9::text[], $12::timestamptz[], $13::timestamptz[])
        as u (id, owner, key, hash, requested_by, host, start_at, end_at, request, accepted_at,
          sweep_at)
      on conflict do nothing
      returning id
      """;

  /** By id as well: an insert whose answer was lost is tried again, and finds itself. */
  private static final String FIND =
      """
      select id, owner, idempotency_key, request_hash, accepted_at from meeting
      where id = any($1)
      union
      select m.id, m.owner, m.idempotency_key, m.request_hash, m.accepted_at
      from unnest($2::text[], $3::text[]) as u (owner, key)
      join meeting m on m.owner = u.owner and m.idempotency_key = u.key
      """;

  /** Two groups with keys in common wait for each other's rows, but never in a circle. */
  private static final Comparator<NewMeeting> LOCK_ORDER =
      comparing((NewMeeting meeting) -> meeting.caller().owner())
          .thenComparing(NewMeeting::idempotencyKey, nullsFirst(naturalOrder()));

  private final DatabaseClient database;
  private final JsonMapper mapper;
  private final SweepTimes sweepTimes;
  private final String noProgress;

  private record Found(UUID id, String requestHash, Instant acceptedAt) {}

  private record Key(String owner, String key) {}

  Inserts(DatabaseClient database, JsonMapper mapper, SweepTimes sweepTimes) {
    this.database = database;
    this.mapper = mapper;
    this.sweepTimes = sweepTimes;
    this.noProgress = mapper.writeValueAsString(Progress.none());
  }

  /** Answers in the order of {@code meetings}. All or nothing; may be tried again. */
  Mono<List<Accepting>> insert(List<NewMeeting> meetings) {
    List<NewMeeting> sorted = meetings.stream().sorted(LOCK_ORDER).toList();
    return insertNew(sorted)
        .flatMap(inserted ->
            inserted.size() == meetings.size()
                ? Mono.just(meetings.stream().map(Inserts::accepted).toList())
                : findOthers(sorted, inserted).map(known -> outcomes(meetings, inserted, known)));
  }

  private Mono<Set<UUID>> insertNew(List<NewMeeting> meetings) {
    return database
        .sql(INSERT)
        .bind(0, column(meetings, NewMeeting::id, UUID[]::new))
        .bind(1, column(meetings, meeting -> meeting.caller().owner(), String[]::new))
        .bind(2, column(meetings, NewMeeting::idempotencyKey, String[]::new))
        .bind(3, column(meetings, NewMeeting::requestHash, String[]::new))
        .bind(4, column(meetings, this::requestedBy, String[]::new))
        .bind(5, column(meetings, meeting -> meeting.details().host(), String[]::new))
        .bind(6, column(meetings, NewMeeting::start, Instant[]::new))
        .bind(7, column(meetings, NewMeeting::end, Instant[]::new))
        .bind(8, column(meetings, NewMeeting::requestJson, String[]::new))
        .bind(9, MeetingStatus.ACCEPTED.name())
        .bind(10, noProgress)
        .bind(11, column(meetings, NewMeeting::acceptedAt, Instant[]::new))
        .bind(12, column(meetings, this::sweepAt, Instant[]::new))
        .map(Inserts::id)
        .all()
        .collect(HashSet::new, Set::add);
  }

  private Mono<Map<Object, Found>> findOthers(List<NewMeeting> meetings, Set<UUID> inserted) {
    List<NewMeeting> others =
        meetings.stream().filter(meeting -> !inserted.contains(meeting.id())).toList();
    return database
        .sql(FIND)
        .bind(0, column(others, NewMeeting::id, UUID[]::new))
        .bind(1, column(others, meeting -> meeting.caller().owner(), String[]::new))
        .bind(2, column(others, NewMeeting::idempotencyKey, String[]::new))
        .map(Inserts::found)
        .all()
        .collect(HashMap::new, Map::putAll);
  }

  private static List<Accepting> outcomes(
      List<NewMeeting> meetings, Set<UUID> inserted, Map<Object, Found> known) {
    return meetings.stream()
        .map(meeting ->
            inserted.contains(meeting.id()) || known.containsKey(meeting.id())
                ? accepted(meeting)
                : repeated(meeting, known))
        .toList();
  }

  private static Accepting accepted(NewMeeting meeting) {
    return new Accepted(meeting.id(), meeting.acceptedAt());
  }

  private static Accepting repeated(NewMeeting meeting, Map<Object, Found> known) {
    String key = Objects.requireNonNull(meeting.idempotencyKey(), "only keys can clash");
    Found first = known.get(new Key(meeting.caller().owner(), key));
    if (first == null) {
      throw new IllegalStateException("the row that holds the key has gone");
    }
    return first.requestHash().equals(meeting.requestHash())
        ? new Repeated(first.id(), first.acceptedAt())
        : new KeyReused();
  }

  private String requestedBy(NewMeeting meeting) {
    return mapper.writeValueAsString(meeting.caller().requester());
  }

  private Instant sweepAt(NewMeeting meeting) {
    return meeting.acceptedAt().plus(sweepTimes.firstAfter());
  }

  private static <V> V[] column(
      List<NewMeeting> meetings,
      Function<NewMeeting, ? extends @Nullable V> value,
      IntFunction<V[]> array) {
    return meetings.stream().map(value).toArray(array);
  }

  private static UUID id(Readable row) {
    return Objects.requireNonNull(row.get("id", UUID.class));
  }

  private static Map<Object, Found> found(Readable row) {
    Found found =
        new Found(
            id(row),
            Objects.requireNonNull(row.get("request_hash", String.class)),
            Objects.requireNonNull(row.get("accepted_at", Instant.class)));
    Map<Object, Found> byIdAndKey = new HashMap<>();
    byIdAndKey.put(found.id(), found);
    String key = row.get("idempotency_key", String.class);
    if (key != null) {
      byIdAndKey.put(new Key(Objects.requireNonNull(row.get("owner", String.class)), key), found);
    }
    return byIdAndKey;
  }
}
