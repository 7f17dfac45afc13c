package dev.convene.calendar.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.calendar.MovedClock;
import dev.convene.calendar.graph.Failure.Kind;
import dev.convene.contracts.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailboxGateTest {

  private static final String BOB = "bob@contoso.example";

  private final MovedClock clock = new MovedClock();
  private final MailboxGate gate = new MailboxGate(3, Duration.ofSeconds(5), clock);

  @Test
  void noMoreThanThreeAreInAtOnceAndAllGetTheirTurn() throws Exception {
    CyclicBarrier full = new CyclicBarrier(3);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Answer<String>>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 198; i++) {
        answers.add(
            threads.submit(() ->
                gate.within(
                    BOB,
                    () -> {
                      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                      awaitTwoOthers(full);
                      inside.decrementAndGet();
                      return new Answer.Got<>("done");
                    })));
      }
    }
    for (Future<Answer<String>> answer : answers) {
      assertThat(answer.get()).isEqualTo(new Answer.Got<>("done"));
    }
    assertThat(most).hasValue(3);
    assertThat(gate.size()).isZero();
  }

  @Test
  void aFullMailboxHoldsUpNobodyElse() throws Exception {
    MailboxGate narrow = new MailboxGate(1, Duration.ofMillis(1), clock);
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch out = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var _ =
          threads.submit(() ->
              narrow.within(
                  BOB,
                  () -> {
                    in.countDown();
                    try {
                      out.await();
                    } catch (InterruptedException e) {
                      throw new AssertionError(e);
                    }
                    return new Answer.Got<>("first");
                  }));
      in.await();
      assertThat(narrow.within("carol@contoso.example", () -> new Answer.Got<>("carol")))
          .isEqualTo(new Answer.Got<>("carol"));
      assertThat(failure(narrow.within(BOB, () -> new Answer.Got<>("second"))).kind())
          .isEqualTo(Kind.NOT_ASKED);
      out.countDown();
    }
    assertThat(narrow.size()).isZero();
  }

  @Test
  void aThrottledMailboxIsLeftAloneForAsLongAsItWasSaid() {
    Answer<String> throttled = throttledFor(Duration.ofSeconds(30));
    assertThat(gate.within(BOB, () -> throttled)).isSameAs(throttled);

    clock.advance(Duration.ofSeconds(10));
    Failure refused = failure(gate.within(BOB, () -> new Answer.Got<>("asked all the same")));
    assertThat(refused.kind()).isEqualTo(Kind.NOT_ASKED);
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(20));
    assertThat(gate.within("carol@contoso.example", () -> new Answer.Got<>("carol")))
        .isEqualTo(new Answer.Got<>("carol"));

    clock.advance(Duration.ofSeconds(20));
    assertThat(gate.within(BOB, () -> new Answer.Got<>("again")))
        .isEqualTo(new Answer.Got<>("again"));
    assertThat(gate.size()).isZero();
  }

  @Test
  void mailboxesWhoseTimeIsOverAreForgotten() {
    for (int i = 0; i < 1500; i++) {
      gate.within("user" + i + "@load.example", () -> throttledFor(Duration.ofSeconds(1)));
    }
    clock.advance(Duration.ofSeconds(2));
    gate.within(BOB, () -> throttledFor(Duration.ofSeconds(1)));
    assertThat(gate.size()).isEqualTo(1);
  }

  private static void awaitTwoOthers(CyclicBarrier full) {
    try {
      full.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private static Answer<String> throttledFor(@Nullable Duration wait) {
    return new Answer.Failed<>(
        new Failure(Kind.THROTTLED, new Reason("graph.some-reason", "A sentence."), wait));
  }

  private static Failure failure(Answer<?> answer) {
    return ((Answer.Failed<?>) answer).failure();
  }
}
