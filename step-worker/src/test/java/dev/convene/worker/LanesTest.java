package dev.convene.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {

  private record Job(String mailbox, String meeting, int number) {}

  private final Lanes lanes = new Lanes(3);

  @AfterEach
  void close() {
    lanes.close();
  }

  @Test
  void resultsComeInTheOrderOfTheWork() {
    List<Job> jobs =
        IntStream.range(0, 500).mapToObj(i -> new Job("m" + i % 7, "meeting" + i, i)).toList();
    assertThat(run(jobs, Job::number))
        .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void recordsOfOneMeetingRunOneAfterTheOther() {
    List<Job> jobs =
        IntStream.range(0, 300).mapToObj(i -> new Job("bob", "meeting" + i % 3, i)).toList();
    Map<String, Integer> last = new ConcurrentHashMap<>();
    run(
        jobs,
        job -> {
          Integer before = last.put(job.meeting(), job.number());
          assertThat(before == null || before < job.number()).isTrue();
          return job;
        });
    assertThat(last.values()).containsExactlyInAnyOrder(297, 298, 299);
  }

  @Test
  void ofOneMailboxThreeMeetingsRunAtOnceAndNoMore() {
    List<Job> jobs = IntStream.range(0, 30).mapToObj(i -> new Job("bob", "m" + i, i)).toList();
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch threeAtOnce = new CountDownLatch(3);
    run(
        jobs,
        job -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          threeAtOnce.countDown();
          await(threeAtOnce);
          running.decrementAndGet();
          return job;
        });
    assertThat(most).hasValue(3);
  }

  @Test
  void mailboxesDoNotWaitForEachOther() {
    List<Job> jobs = IntStream.range(0, 200).mapToObj(i -> new Job("m" + i, "m" + i, i)).toList();
    CountDownLatch allAtOnce = new CountDownLatch(200);
    List<Boolean> met =
        run(
            jobs,
            _ -> {
              allAtOnce.countDown();
              return await(allAtOnce);
            });
    assertThat(met).containsOnly(true);
  }

  @Test
  void whatAJobThrowsIsThrownOnceAllHaveEnded() {
    AtomicInteger ended = new AtomicInteger();
    List<Job> jobs = IntStream.range(0, 20).mapToObj(i -> new Job("m" + i, "m" + i, i)).toList();
    assertThatThrownBy(() ->
            run(
                jobs,
                job -> {
                  ended.incrementAndGet();
                  if (job.number() == 5) {
                    throw new Lease.Lost();
                  }
                  return job;
                }))
        .isInstanceOf(Lease.Lost.class);
    assertThat(ended).hasValue(20);
  }

  @Test
  void whoIsLeftBehindKeepsNobodyWaitingAndHasNoSayAnyMore() {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger ran = new AtomicInteger();
    List<Job> jobs =
        List.of(
            new Job("slow", "s1", 0),
            new Job("slow", "s1", 1),
            new Job("quick", "q1", 2),
            new Job("quick", "q2", 3));
    List<String> results =
        lanes.run(
            jobs,
            Job::mailbox,
            Job::meeting,
            job -> {
              if (job.mailbox().equals("slow")) {
                ran.incrementAndGet();
                await(release);
              }
              return "ran " + job.number();
            },
            leaving("slow"));
    assertThat(results).containsExactly("left running", "left waiting", "ran 2", "ran 3");

    release.countDown();
    lanes.close(); // waits for what still runs
    assertThat(ran).as("what was not begun by then is not begun any more").hasValue(1);
    assertThat(results).containsExactly("left running", "left waiting", "ran 2", "ran 3");
  }

  private static Stragglers<Job, String> leaving(String mailbox) {
    return new Stragglers<>() {
      @Override
      public Duration lookEvery() {
        return Duration.ofMillis(1);
      }

      @Override
      public Set<String> among(Set<String> mailboxes) {
        return mailboxes.equals(Set.of(mailbox)) ? mailboxes : Set.of();
      }

      @Override
      public String left(Job work, boolean begun) {
        return begun ? "left running" : "left waiting";
      }
    };
  }

  private <R> List<R> run(List<Job> jobs, java.util.function.Function<Job, R> run) {
    return lanes.run(jobs, Job::mailbox, Job::meeting, run, Stragglers.none());
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
