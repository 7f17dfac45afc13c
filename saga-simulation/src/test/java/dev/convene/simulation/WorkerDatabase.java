package dev.convene.simulation;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A worker's database: parked steps as db-scheduler keeps them, and ended meetings. Every statement
 * is a place at which its process may end.
 */
public final class WorkerDatabase {

  /** Four heartbeats of 5 seconds. */
  private static final long DEAD_AFTER = World.micros(20_000);

  private final World world;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Set<UUID> ended = new HashSet<>();
  private final Set<String> parkedInTheWindow = new HashSet<>();
  private final Signal changes = new Signal();
  private boolean away;

  WorkerDatabase(World world) {
    this.world = world;
    world.onSilence(() -> changes.fire(world));
  }

  /** A row of {@code scheduled_tasks}. */
  public final class Row {
    private final String task;
    private final String instance;
    private byte[] data;
    private long executeAt;
    private @Nullable Node pickedBy;
    private long letGoAt = Long.MAX_VALUE;
    private long version;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant lastFailure;
    private int failures;

    private Row(String task, String instance, byte[] data, long executeAt) {
      this.task = task;
      this.instance = instance;
      this.data = data;
      this.executeAt = executeAt;
    }

    public byte[] data() {
      return data;
    }

    public String task() {
      return task;
    }

    String instance() {
      return instance;
    }

    private long dueAt() {
      return pickedBy == null
          ? executeAt
          : plus(Math.min(pickedBy.silentSince(), letGoAt), DEAD_AFTER);
    }

    private static long plus(long time, long more) {
      return time == Long.MAX_VALUE ? time : time + more;
    }

    /** Its state as a process sees it that has just picked it. */
    Execution execution() {
      return new Execution(
          World.START.plusNanos(executeAt * 1000),
          new TaskInstance<>(task, instance),
          true,
          String.valueOf(pickedBy),
          lastSuccess,
          lastFailure,
          failures,
          world.instant(),
          version);
    }

    /** What its holder may do to it; nothing where another one has it by now. */
    public <T> ExecutionOperations<T> operations(java.util.function.Function<T, byte[]> asJson) {
      long seen = version;
      return new ExecutionOperations<T>(null, null, execution()) {
        @Override
        public void remove() {
          ifStill(seen, () -> rows.remove(task + instance));
        }

        @Override
        public void reschedule(ExecutionComplete complete, Instant next, T newData) {
          ifStill(
              seen,
              () -> {
                data = asJson.apply(newData);
                release(World.microsAt(next), null);
              });
        }
      };
    }

    void failed(long seen, long next) {
      if (version == seen) {
        release(next, world.instant());
        changes.fire(world);
      }
    }

    long version() {
      return version;
    }

    /** Its process has lost sight of it. */
    void letGo(long seen) {
      if (version == seen) {
        letGoAt = world.micros();
        changes.fire(world);
      }
    }

    private void ifStill(long seen, Runnable change) {
      if (version != seen || rows.get(task + instance) != this) {
        throw new Away("another process has picked the execution");
      }
      change.run();
      changes.fire(world);
    }

    private void release(long next, @Nullable Instant failure) {
      version++;
      executeAt = next;
      pickedBy = null;
      letGoAt = Long.MAX_VALUE;
      if (failure == null) {
        lastSuccess = world.instant();
        failures = 0;
      } else {
        lastFailure = failure;
        failures++;
      }
    }
  }

  void away(boolean now) {
    away = now;
    changes.fire(world);
  }

  Signal changes() {
    return changes;
  }

  /** One statement. */
  public <T> T statement(String what, Supplier<T> effect) {
    world.moment();
    world.point("before it " + what);
    if (away) {
      world.sleep(World.micros(2000));
      throw new Away("the database cannot be reached");
    }
    T result = effect.get();
    world.point("after it " + what);
    world.moment();
    return result;
  }

  /** Tells, when it is asked, whether the lease was lost since it was last found held. */
  public BooleanSupplier leaseWatch() {
    Node node = world.current().node();
    Integer check = world.current().takeLeaseCheck();
    return () -> Webex.lost(check, node);
  }

  /** What comes now comes from a process that had lost its lease since it checked it. */
  public void inTheWindow(String instance) {
    parkedInTheWindow.add(instance);
  }

  boolean wasParkedInTheWindow(UUID meetingId) {
    return parkedInTheWindow.contains(meetingId.toString());
  }

  /** Adds a row, where there is none of that identity. */
  public void insert(String task, String instance, byte[] data, Instant at) {
    if (rows.putIfAbsent(task + instance, new Row(task, instance, data, World.microsAt(at)))
        == null) {
      world.note(
          world.current().node(), () -> "parks " + task + " of " + instance + " until " + at);
    }
    changes.fire(world);
  }

  /** A step that waited, and is here no longer. */
  @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
  public record Taken(byte[] data, int failures, @Nullable Instant lastFailure) {}

  /** Takes a row away where nobody holds it. */
  public @Nullable Taken take(String task, String instance) {
    Row row = rows.get(task + instance);
    if (row == null || row.pickedBy != null) {
      return null;
    }
    rows.remove(task + instance);
    world.note(world.current().node(), () -> "takes away " + task + " of " + instance);
    changes.fire(world);
    return new Taken(row.data, row.failures, row.lastFailure);
  }

  public boolean isParked(String task, String instance) {
    return rows.containsKey(task + instance);
  }

  /** A step that is due, and now this process's; null where there is none. */
  @Nullable Row pick(Node node) {
    if (away) {
      return null;
    }
    for (Row row : rows.values()) {
      if (row.dueAt() <= world.micros()) {
        if (row.pickedBy != null) {
          world.note("database", () -> row.task + " of " + row.instance + " was left behind");
          row.release(world.micros(), world.instant());
          continue;
        }
        row.version++;
        row.pickedBy = node;
        return row;
      }
    }
    return null;
  }

  long nextDue() {
    return away
        ? Long.MAX_VALUE
        : rows.values().stream().mapToLong(Row::dueAt).min().orElse(Long.MAX_VALUE);
  }

  public boolean hasEnded(UUID meetingId) {
    return ended.contains(meetingId);
  }

  public void end(UUID meetingId) {
    ended.add(meetingId);
  }

  int parked() {
    return rows.size();
  }
}
