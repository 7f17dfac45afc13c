package dev.convene.worker.vault;

import dev.convene.contracts.Requester;
import dev.convene.worker.vault.HandOut.Why;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Tokens for one vendor, kept for each person and for the application, and renewed before they end,
 * so that auth-service may be away for a while.
 */
public final class VendorTokens {

  private final Function<Subject, Kept> unknown;
  private final VaultProperties properties;
  private final InstantSource clock;
  private final ConcurrentMap<String, Kept> kept = new ConcurrentHashMap<>();

  VendorTokens(
      HandOut handOut, Obstacles obstacles, VaultProperties properties, InstantSource clock) {
    this.unknown = subject -> new Kept(subject, handOut, obstacles, properties, clock);
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * The rights of whoever asked for that meeting. Where no token is kept, waits for auth-service,
   * for seconds at most.
   */
  public Pass pass(Requester requestedBy, UUID meetingId) {
    return pass(Subject.of(requestedBy), new Why.ForMeeting(meetingId));
  }

  /**
   * The application's own rights, where it is not for one meeting. May wait as well.
   *
   * @param purpose in a lower-case word, for the record
   */
  public Pass application(String purpose) {
    return pass(Subject.application(properties.clientId()), new Why.Purpose(purpose));
  }

  private Pass pass(Subject subject, Why why) {
    Kept mine = of(subject);
    VendorToken token = mine.token(why);
    return new Pass() {
      @Override
      public VendorToken token() {
        return token;
      }

      @Override
      public VendorToken insteadOf(String refused) {
        return mine.insteadOf(refused, why);
      }
    };
  }

  private Kept of(Subject subject) {
    Kept there = kept.get(subject.key());
    if (there != null) {
      return there;
    }
    if (kept.size() >= properties.most()) {
      forgetLeastWanted();
    }
    return kept.computeIfAbsent(subject.key(), _ -> unknown.apply(subject));
  }

  /** A tenth at a time, so that it is done seldom. */
  private void forgetLeastWanted() {
    kept.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().usedAt()))
        .limit(Math.max(1, properties.most() / 10))
        .toList()
        .forEach(entry -> kept.remove(entry.getKey(), entry.getValue()));
  }

  /** Forgets what nobody has wanted for long, and says what is to be renewed now. */
  List<Kept> due() {
    Instant now = clock.instant();
    Instant longAgo = now.minus(properties.keptFor());
    kept.values().removeIf(each -> each.usedAt().isBefore(longAgo));
    return kept.values().stream().filter(each -> each.isDue(now)).toList();
  }

  int size() {
    return kept.size();
  }
}
