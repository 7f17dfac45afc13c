package dev.convene.webex.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A token that is kept until shortly before its end. One caller at a time asks Webex for the next
 * one; the others wait for its answer.
 */
public final class WebexTokens implements Credentials {

  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final TokenApi api;
  private final InstantSource clock;
  private final AtomicReference<@Nullable Held> held = new AtomicReference<>();

  public WebexTokens(TokenApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Asks Webex for a token; may fail with any {@link RuntimeException}. */
  public interface TokenApi {
    Token refresh();
  }

  public record Token(String value, Duration lifetime) {
    @Override
    public String toString() {
      return "Token[" + lifetime + "]";
    }
  }

  private record Held(CompletableFuture<Token> token, Instant askedAt) {

    boolean isFresh(Instant now) {
      if (!token.isDone()) {
        return true;
      }
      return !token.isCompletedExceptionally()
          && now.isBefore(askedAt.plus(token.join().lifetime()).minus(MARGIN));
    }
  }

  /**
   * A token that is valid as far as we know.
   *
   * @throws RuntimeException whatever {@link TokenApi} throws
   */
  @Override
  public String get() {
    while (true) {
      Held current = held.get();
      if (current != null && current.isFresh(clock.instant())) {
        return join(current);
      }
      Held mine = new Held(new CompletableFuture<>(), clock.instant());
      if (held.compareAndSet(current, mine)) {
        ask(mine);
        return join(mine);
      }
    }
  }

  /** There is one account for all. */
  @Override
  public String owner() {
    return "the account";
  }

  @Override
  public void reject(String token) {
    Held current = held.get();
    if (current != null
        && current.token().isDone()
        && !current.token().isCompletedExceptionally()
        && current.token().join().value().equals(token)) {
      held.compareAndSet(current, null);
    }
  }

  private void ask(Held mine) {
    try {
      mine.token().complete(api.refresh());
    } catch (RuntimeException e) {
      mine.token().completeExceptionally(e);
    }
  }

  private static String join(Held held) {
    try {
      return held.token().join().value();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
