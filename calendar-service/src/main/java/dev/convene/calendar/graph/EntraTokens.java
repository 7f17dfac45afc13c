package dev.convene.calendar.graph;

import dev.convene.calendar.graph.TokenAnswer.Granted;
import dev.convene.calendar.graph.TokenAnswer.Unavailable;
import dev.convene.contracts.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The application's access token, kept until shortly before it ends. One request at a time asks for
 * a new one, while the others go on with the old one as long as it is good.
 */
final class EntraTokens {

  /** Long enough for every call that starts with the old token to end. */
  private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(5);

  /** A failure is the answer for this long, so that a thousand waiting calls ask once. */
  private static final Duration FAILURE_LASTS = Duration.ofSeconds(1);

  private final Supplier<EntraClient.Reply> entra;
  private final InstantSource clock;
  private final Duration patience;
  private final ReentrantLock renewing = new ReentrantLock();
  private volatile @Nullable Held held;
  private volatile @Nullable Failed lastFailure;
  private volatile Instant lastForced = Instant.MIN;

  /**
   * @param entra asks for a new token
   * @param patience how long a call without any token waits for the one that asks
   */
  EntraTokens(Supplier<EntraClient.Reply> entra, InstantSource clock, Duration patience) {
    this.entra = entra;
    this.clock = clock;
    this.patience = patience;
  }

  private record Held(String token, Instant renewAt, Instant end) {}

  private record Failed(TokenAnswer answer, Instant at) {}

  /** A token to call with. */
  TokenAnswer current() {
    Held token = held;
    Instant now = clock.instant();
    if (token == null || !now.isBefore(token.end())) {
      return renewed(token, patience);
    }
    if (now.isBefore(token.renewAt())) {
      return new Granted(token.token());
    }
    return renewed(token, Duration.ZERO) instanceof Granted granted
        ? granted
        : new Granted(token.token());
  }

  /**
   * Another token than this one, which Graph did not accept. At most one a second is asked for; in
   * between the answer is the token that there is.
   */
  TokenAnswer insteadOf(String refused) {
    Held token = held;
    if (token == null || !token.token().equals(refused)) {
      return current();
    }
    Instant now = clock.instant();
    if (now.isBefore(lastForced.plus(FAILURE_LASTS))) {
      return new Granted(refused);
    }
    lastForced = now;
    return renewed(token, patience);
  }

  private TokenAnswer renewed(@Nullable Held old, Duration wait) {
    try {
      if (!renewing.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        return new Unavailable(EntraClient.noAnswer(), null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unavailable(EntraClient.noAnswer(), null);
    }
    try {
      Held token = held;
      if (token != null && !token.equals(old)) {
        return new Granted(token.token());
      }
      Failed failure = lastFailure;
      if (failure != null && clock.instant().isBefore(failure.at().plus(FAILURE_LASTS))) {
        return failure.answer();
      }
      return asked();
    } finally {
      renewing.unlock();
    }
  }

  private TokenAnswer asked() {
    Instant before = clock.instant();
    return switch (entra.get()) {
      case EntraClient.Reply.Token(var token, var lifetime) -> {
        Duration half = lifetime.dividedBy(2);
        Duration early = half.compareTo(RENEW_BEFORE_END) < 0 ? half : RENEW_BEFORE_END;
        held = new Held(token, before.plus(lifetime).minus(early), before.plus(lifetime));
        yield new Granted(token);
      }
      case EntraClient.Reply.Refused(Reason reason) -> failed(new TokenAnswer.Denied(reason));
      case EntraClient.Reply.Failed(Reason reason, var retryAfter) ->
          failed(new Unavailable(reason, retryAfter));
    };
  }

  private TokenAnswer failed(TokenAnswer answer) {
    lastFailure = new Failed(answer, clock.instant());
    return answer;
  }
}
