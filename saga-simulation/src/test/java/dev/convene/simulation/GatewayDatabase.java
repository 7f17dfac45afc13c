package dev.convene.simulation;

import dev.convene.contracts.ScheduleMeeting;
import dev.convene.gateway.progress.Cancellation;
import dev.convene.gateway.progress.MeetingStatus;
import dev.convene.gateway.progress.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gateway's table of meetings. */
public final class GatewayDatabase {

  private final World world;
  private final Map<UUID, Row> rows = new LinkedHashMap<>();
  private final Signal changes = new Signal();
  private boolean away;

  GatewayDatabase(World world) {
    this.world = world;
  }

  /** A row, with all the ends that it ever showed. */
  public static final class Row {
    private final ScheduleMeeting command;
    private final Instant acceptedAt;
    private final List<MeetingStatus> ends = new ArrayList<>();
    private Progress progress = Progress.none();
    private MeetingStatus status = MeetingStatus.ACCEPTED;
    private int revision;
    private Instant updatedAt;
    private @Nullable Instant sweepAt;
    private int sweeps;
    private Optional<Instant> checkAt = Optional.empty();
    private int outcomes;
    private @Nullable Cancellation cancellation;

    private Row(ScheduleMeeting command, Instant now, Instant sweepAt) {
      this.command = command;
      this.acceptedAt = now;
      this.updatedAt = now;
      this.sweepAt = sweepAt;
    }

    public ScheduleMeeting command() {
      return command;
    }

    public Progress progress() {
      return progress;
    }

    public int sweeps() {
      return sweeps;
    }

    /** When it would be checked; here nothing is. */
    public Optional<Instant> checkAt() {
      return checkAt;
    }

    /** How many other systems were to be told. */
    public int outcomes() {
      return outcomes;
    }

    /** Who wants it cancelled, where somebody does. */
    public @Nullable Cancellation cancellation() {
      return cancellation;
    }

    MeetingStatus status() {
      return status;
    }

    List<MeetingStatus> ends() {
      return ends;
    }

    public Instant acceptedAt() {
      return acceptedAt;
    }

    Instant updatedAt() {
      return updatedAt;
    }
  }

  /** Comes this far only where the database answers. */
  public void reach(String what) {
    world.moment();
    world.point("before it " + what);
    if (away) {
      world.sleep(World.micros(2000));
      throw new Away("the database cannot be reached");
    }
  }

  /** After what was reached was committed. */
  public void committed(String what) {
    changes.fire(world);
    world.point("after it " + what);
    world.moment();
  }

  void away(boolean now) {
    away = now;
    changes.fire(world);
  }

  Signal changes() {
    return changes;
  }

  void insert(ScheduleMeeting command, Duration firstSweep) {
    Instant now = world.instant();
    rows.put(command.meetingId(), new Row(command, now, now.plus(firstSweep)));
  }

  public @Nullable Row row(UUID id) {
    return rows.get(id);
  }

  List<Row> rows() {
    return List.copyOf(rows.values());
  }

  public void write(
      UUID id,
      Progress progress,
      MeetingStatus status,
      Instant now,
      @Nullable Instant sweepAt,
      Optional<Instant> checkAt,
      int outcomes) {
    Row row = rows.get(id);
    row.progress = progress;
    row.status = status;
    row.revision++;
    row.updatedAt = now;
    row.sweepAt = sweepAt;
    row.checkAt = checkAt;
    row.outcomes = outcomes;
    row.sweeps = 0;
    if (status.hasEnded() && (row.ends.isEmpty() || row.ends.getLast() != status)) {
      row.ends.add(status);
    }
    world.note("gateway", () -> id + " is " + status);
  }

  public void cancel(UUID id, Cancellation wanted) {
    rows.get(id).cancellation = wanted;
  }

  /** What is due, each to be had again after {@code until}; as the sweeper's statement says it. */
  public List<Row> due(Instant now, int most) {
    return rows.values().stream()
        .filter(row -> row.sweepAt != null && !row.sweepAt.isAfter(now))
        .sorted(Comparator.comparing(row -> row.sweepAt))
        .limit(most)
        .toList();
  }

  /** Whether it has only not been come to yet, as the sweeper's statement says it. */
  public boolean waits(Row row, Instant since, Duration overtakenBy) {
    Row newest =
        rows.values().stream()
            .filter(it -> it.revision > 0 && it.status != MeetingStatus.CANCELLING)
            .reduce((_, last) -> last)
            .orElse(null);
    return row.revision == 0
        && newest != null
        && newest.updatedAt.isAfter(since)
        && newest.acceptedAt.isBefore(row.acceptedAt.plus(overtakenBy));
  }

  public void sweepAt(Row row, Instant time) {
    row.sweepAt = time;
  }

  /** Where it is still claimed until then. */
  public void settle(UUID id, Instant claimedUntil, Instant sweepAt, int sweeps) {
    Row row = rows.get(id);
    if (claimedUntil.equals(row.sweepAt)) {
      row.sweepAt = sweepAt;
      row.sweeps = sweeps;
    }
  }

  long nextSweep() {
    return away
        ? Long.MAX_VALUE
        : rows.values().stream()
            .filter(row -> row.sweepAt != null)
            .mapToLong(row -> World.microsAt(row.sweepAt))
            .min()
            .orElse(Long.MAX_VALUE);
  }
}
