package dev.convene.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.convene.contracts.MeetingMessage;
import dev.convene.defaults.messaging.MessageCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parks work as tasks of db-scheduler, in the worker's own database. */
final class TaskParking implements Parking {

  private final Supplier<SchedulerClient> scheduler;
  private final JdbcClient jdbc;
  private final MessageCodec<MeetingMessage> codec;

  TaskParking(
      Supplier<SchedulerClient> scheduler, JdbcClient jdbc, MessageCodec<MeetingMessage> codec) {
    this.scheduler = scheduler;
    this.jdbc = jdbc;
    this.codec = codec;
  }

  @Override
  public void park(List<Entry<?>> entries) {
    if (entries.isEmpty()) {
      return;
    }
    List<Work.Identity> identities =
        entries.stream().map(entry -> entry.work().identity()).toList();
    Set<Work.Identity> parked = parkedAmong(identities);
    List<SchedulableInstance<?>> tasks = new ArrayList<>(entries.size());
    for (Entry<?> entry : entries) {
      if (parked.add(entry.work().identity())) {
        tasks.add(task(entry));
      }
    }
    scheduler.get().scheduleBatch(tasks);
  }

  @Override
  public Set<Work.Identity> parkedAmong(List<Work.Identity> identities) {
    Set<Work.Identity> parked = new HashSet<>();
    if (identities.isEmpty()) {
      return parked;
    }
    String[] ids = identities.stream().map(Work.Identity::meetingId).toArray(String[]::new);
    Set<Work.Identity> wanted = Set.copyOf(identities);
    jdbc.sql("select task_name, task_instance from scheduled_tasks where task_instance = any(?)")
        .param(ids)
        .query(row -> {
          Work.Identity found =
              new Work.Identity(TaskNames.step(row.getString(1)), row.getString(2));
          if (wanted.contains(found)) {
            parked.add(found);
          }
        });
    return parked;
  }

  private <M extends MeetingMessage> SchedulableInstance<ParkedStep> task(Entry<M> entry) {
    Work<M> work = entry.work();
    Attempt next = entry.waiting().next();
    ParkedStep data =
        new ParkedStep(
            work.envelope(),
            new String(codec.encode(work.message()), UTF_8),
            work.message().host(),
            work.step(),
            next.number(),
            next.firstAt(),
            next.possiblyTriedAt(),
            entry.waiting().reason(),
            null,
            entry.handedOver());
    return SchedulableInstance.of(
        new TaskInstance<>(TaskNames.of(work.step()), work.identity().meetingId(), data),
        entry.waiting().nextAttemptAt());
  }
}
