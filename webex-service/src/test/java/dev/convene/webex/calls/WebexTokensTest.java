package dev.convene.webex.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.webex.calls.WebexTokens.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebexTokensTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
  private final AtomicInteger asked = new AtomicInteger();
  private final WebexTokens tokens =
      new WebexTokens(
          () -> new Token("token-" + asked.incrementAndGet(), Duration.ofHours(1)),
          (InstantSource) now::get);

  @Test
  void aTokenIsKeptUntilShortlyBeforeItsEnd() {
    assertThat(tokens.get()).isEqualTo("token-1");
    now.set(now.get().plus(Duration.ofMinutes(54)));
    assertThat(tokens.get()).isEqualTo("token-1");
    now.set(now.get().plus(Duration.ofMinutes(2)));
    assertThat(tokens.get()).isEqualTo("token-2");
  }

  @Test
  void aRejectedTokenIsReplacedOnceHoweverManyComplain() {
    String rejected = tokens.get();
    tokens.reject(rejected);
    assertThat(tokens.get()).isEqualTo("token-2");
    tokens.reject(rejected);
    assertThat(tokens.get()).isEqualTo("token-2");
  }

  @Test
  void afterAFailureTheNextCallerAsksAgain() {
    AtomicInteger calls = new AtomicInteger();
    WebexTokens shaky =
        new WebexTokens(
            () -> {
              if (calls.incrementAndGet() == 1) {
                throw NoToken.because("503");
              }
              return new Token("good", Duration.ofHours(1));
            },
            (InstantSource) now::get);
    assertThatThrownBy(shaky::get).isInstanceOf(NoToken.class);
    assertThat(shaky.get()).isEqualTo("good");
  }

  @Test
  void manyCallersAtOnceAskOnce() throws Exception {
    CountDownLatch all = new CountDownLatch(50);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> call =
          () -> {
            all.countDown();
            all.await();
            return tokens.get();
          };
      List<Future<String>> results =
          threads.invokeAll(Stream.generate(() -> call).limit(50).toList());
      for (Future<String> result : results) {
        assertThat(result.get()).isEqualTo("token-1");
      }
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void aTokenNeverShowsItselfInText() {
    assertThat(new Token("secret", Duration.ofHours(1)).toString()).doesNotContain("secret");
  }
}
