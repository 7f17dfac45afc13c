package dev.convene.gateway.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.SignedJWT;
import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * The issuer's public keys: read at the start and again from time to time, and kept for as long as
 * the issuer is away. A token that names an unknown key makes us ask anew, but not more often than
 * is set: whoever makes up names must not make us a nuisance to the issuer.
 */
@Component
class PublishedKeys implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PublishedKeys.class);

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(3);
  private static final int LARGEST = 64 * 1024;
  private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());

  private final URL url;
  private final ResourceRetriever retriever;
  private final JWKSource<SecurityContext> source;
  private Disposable first = Disposables.disposed();
  private volatile boolean known;
  private volatile boolean running;

  PublishedKeys(AuthProperties properties) throws MalformedURLException {
    int connect = Math.toIntExact(CONNECT.toMillis());
    int read = Math.toIntExact(READ.toMillis());
    long refresh = properties.keysRefresh().toMillis();
    // Who needs a key that another is reading waits for as long as that can take.
    long reading = Math.min(refresh / 3, 2L * (connect + read));
    this.url = properties.keys().toURL();
    this.retriever = new DefaultResourceRetriever(connect, read, LARGEST);
    this.source =
        JWKSourceBuilder.create(url, retriever)
            .cache(refresh, reading)
            .refreshAheadCache(refresh / 3, true)
            .rateLimited(properties.keysAskAgain().toMillis())
            .outageTolerantForever()
            .build();
  }

  /** The key cannot be read just now, so that nobody can tell whether the token is good. */
  static final class Unavailable extends ResponseStatusException {
    private Unavailable(@Nullable KeySourceException cause) {
      super(HttpStatus.SERVICE_UNAVAILABLE, "the issuer's keys cannot be read", cause);
    }
  }

  /**
   * Those that this token may be signed with; nothing where it names one that is not published.
   *
   * @return fails with {@link Unavailable}
   */
  Flux<JWK> of(SignedJWT token) {
    JWKMatcher matcher = JWKMatcher.forJWSHeader(token.getHeader());
    return matcher == null
        ? Flux.empty()
        : Mono.fromCallable(() -> select(new JWKSelector(matcher)))
            .subscribeOn(Schedulers.boundedElastic())
            .flatMapIterable(keys -> keys);
  }

  private List<JWK> select(JWKSelector selector) {
    if (!known) {
      throw new Unavailable(null);
    }
    try {
      return source.get(selector, null);
    } catch (RateLimitReachedException _) {
      return List.of(); // asked a moment ago, and it was not there
    } catch (KeySourceException e) {
      throw new Unavailable(e);
    }
  }

  /** So that the issuer may be away as soon as this service has started. */
  @Override
  public void start() {
    running = true;
    try {
      readFirst();
    } catch (IOException | KeySourceException e) {
      log.warn("{} does not tell its keys yet: {}", url, e.toString());
      first =
          Mono.fromCallable(this::readFirst)
              .subscribeOn(Schedulers.boundedElastic())
              .retryWhen(
                  Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                      .maxBackoff(Duration.ofSeconds(1)))
              .subscribe();
    }
  }

  /** Before the web server. */
  @Override
  public int getPhase() {
    return 0;
  }

  /** Not through the source, which would count these attempts as too many. */
  private boolean readFirst() throws IOException, KeySourceException {
    retriever.retrieveResource(url);
    source.get(ANY, null);
    known = true;
    return true;
  }

  /** Whether they were read at least once, so that tokens can be verified from now on. */
  boolean areKnown() {
    return known;
  }

  @Override
  public void stop() {
    running = false;
    first.dispose();
    if (source instanceof Closeable closeable) {
      try {
        closeable.close();
      } catch (IOException e) {
        log.warn("The reader of keys does not close: {}", e.toString());
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
