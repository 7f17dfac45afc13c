package dev.convene.simulators.faults;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Notes;
import dev.convene.simulators.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong, for the calls that it matches, until its times are used up. */
public final class Fault {
  private final String id;
  private final Kind kind;
  private final Spec spec;
  private final @Nullable Glob path;
  private final @Nullable Glob mailbox;
  private final Random random;
  private final AtomicLong left;
  private final AtomicLong hits = new AtomicLong();

  /**
   * A fault as it was asked for. All but the kind may be left out.
   *
   * @param path a prefix of the path, or a pattern with {@code *} for the whole of it
   * @param route a route's pattern, exactly as the journal shows it
   * @param mailbox an address, or a pattern with {@code *}; case does not matter
   * @param times how often it strikes at most
   * @param rate how many of the matching calls it strikes, 0 to 1
   * @param seed of the random numbers that the rate is tried against
   * @param delay waited where the fault strikes
   */
  public record Spec(
      String kind,
      @Nullable String method,
      @Nullable String path,
      @Nullable String route,
      @Nullable String mailbox,
      @Nullable Long times,
      double rate,
      long seed,
      Duration delay,
      @Nullable Integer status,
      Map<String, String> headers,
      @Nullable String body,
      @Nullable String contentType) {}

  Fault(String id, Kind kind, Spec spec) {
    this.id = id;
    this.kind = kind;
    this.spec = spec;
    this.path = spec.path() == null ? null : Glob.pathPrefixOrPattern(spec.path());
    this.mailbox = spec.mailbox() == null ? null : Glob.address(spec.mailbox());
    this.random = new Random(spec.seed());
    this.left = new AtomicLong(spec.times() == null ? Long.MAX_VALUE : spec.times());
  }

  public String id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  public Spec spec() {
    return spec;
  }

  /** How often it has struck. */
  public long hits() {
    return hits.get();
  }

  /** Whether this call is struck; if so, it counts as one of the fault's times. */
  boolean strikes(Call call) {
    if (!matches(call) || left.get() <= 0) {
      return false;
    }
    if (spec.rate() < 1 && random.nextDouble() >= spec.rate()) {
      return false;
    }
    if (left.getAndDecrement() <= 0) {
      left.incrementAndGet();
      return false;
    }
    hits.incrementAndGet();
    return true;
  }

  private boolean matches(Call call) {
    Notes notes = call.notes();
    return (spec.method() == null || spec.method().equalsIgnoreCase(call.method()))
        && (spec.route() == null || spec.route().equals(notes.route()))
        && (path == null || path.matches(call.path()))
        && (mailbox == null || (notes.mailbox() != null && mailbox.matches(notes.mailbox())));
  }

  /** Waits for the fault's delay; cut short when the server stops. */
  public void pause() {
    if (spec.delay().isZero()) {
      return;
    }
    try {
      Thread.sleep(spec.delay());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  public int statusOr(int usual) {
    return spec.status() == null ? usual : spec.status();
  }

  /** The vendor's reply, with the status, body and headers that the fault itself names. */
  public Reply worded(Reply reply) {
    Reply worded = reply;
    if (spec.body() != null) {
      worded =
          new Reply(reply.status(), reply.headers(), spec.body().getBytes(StandardCharsets.UTF_8));
    }
    if (spec.status() != null) {
      worded = new Reply(spec.status(), worded.headers(), worded.body());
    }
    if (spec.contentType() != null) {
      worded = worded.with("Content-Type", spec.contentType());
    }
    for (Map.Entry<String, String> header : spec.headers().entrySet()) {
      worded = worded.with(header.getKey(), header.getValue());
    }
    return worded;
  }
}
