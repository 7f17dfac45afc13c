package dev.convene.calendar.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.calendar.MovedClock;
import dev.convene.calendar.graph.EntraClient.Reply;
import dev.convene.calendar.graph.TokenAnswer.Granted;
import dev.convene.contracts.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class EntraTokensTest {

  private static final Reason REASON = new Reason("graph.some-reason", "A sentence.");

  private final MovedClock clock = new MovedClock();
  private final AtomicInteger asked = new AtomicInteger();
  private Supplier<Reply> entra =
      () -> new Reply.Token("token-" + asked.get(), Duration.ofMinutes(60));
  private final EntraTokens tokens =
      new EntraTokens(
          () -> {
            asked.incrementAndGet();
            return entra.get();
          },
          clock,
          Duration.ofSeconds(5));

  @Test
  void aTokenIsKeptUntilShortlyBeforeItEnds() {
    assertThat(tokens.current()).isEqualTo(new Granted("token-1"));
    clock.advance(Duration.ofMinutes(54));
    assertThat(tokens.current()).isEqualTo(new Granted("token-1"));
    clock.advance(Duration.ofMinutes(2));
    assertThat(tokens.current()).isEqualTo(new Granted("token-2"));
    assertThat(asked).hasValue(2);
  }

  @Test
  void manyWhoNeedATokenAskOnce() throws Exception {
    List<Future<TokenAnswer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        answers.add(threads.submit(tokens::current));
      }
    }
    for (Future<TokenAnswer> answer : answers) {
      assertThat(answer.get()).isEqualTo(new Granted("token-1"));
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void aTokenThatIsStillGoodServesWhileEntraIsAway() {
    tokens.current();
    clock.advance(Duration.ofMinutes(57));
    entra = () -> new Reply.Failed(REASON, null);
    assertThat(tokens.current()).isEqualTo(new Granted("token-1"));
    clock.advance(Duration.ofMinutes(4));
    assertThat(tokens.current()).isEqualTo(new TokenAnswer.Unavailable(REASON, null));
  }

  @Test
  void aFailureIsTheAnswerForAMomentAndNotForLonger() {
    entra = () -> new Reply.Refused(REASON);
    for (int i = 0; i < 50; i++) {
      assertThat(tokens.current()).isEqualTo(new TokenAnswer.Denied(REASON));
    }
    assertThat(asked).hasValue(1);
    clock.advance(Duration.ofSeconds(1));
    entra = () -> new Reply.Token("late", Duration.ofHours(1));
    assertThat(tokens.current()).isEqualTo(new Granted("late"));
  }

  @Test
  void aTokenThatGraphRefusesIsReplacedOnce() {
    tokens.current();
    assertThat(tokens.insteadOf("token-1")).isEqualTo(new Granted("token-2"));
    assertThat(tokens.insteadOf("token-1")).isEqualTo(new Granted("token-2"));
    assertThat(asked).hasValue(2);
  }

  @Test
  void aServiceThatRefusesEveryTokenDoesNotMakeUsAskEachTime() {
    tokens.current();
    tokens.insteadOf("token-1");
    for (int i = 0; i < 50; i++) {
      assertThat(tokens.insteadOf("token-2")).isEqualTo(new Granted("token-2"));
    }
    assertThat(asked).hasValue(2);
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.insteadOf("token-2")).isEqualTo(new Granted("token-3"));
  }

  @Test
  void aTokenThatLivesForMinutesOnlyIsUsedForHalfOfThem() {
    entra = () -> new Reply.Token("token-" + asked.get(), Duration.ofMinutes(4));
    tokens.current();
    clock.advance(Duration.ofSeconds(119));
    assertThat(tokens.current()).isEqualTo(new Granted("token-1"));
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.current()).isEqualTo(new Granted("token-2"));
  }
}
