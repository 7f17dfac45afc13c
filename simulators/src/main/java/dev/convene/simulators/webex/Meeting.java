package dev.convene.simulators.webex;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A meeting series; a single meeting is a series of one.
 *
 * @param id 32 hexadecimal digits
 * @param seq in the order of creation
 * @param host address in lower case
 * @param tags by the OAuth client that wrote them; nobody else sees them
 * @param changes of single dates of a series, by their due times
 * @param deletedAt null while it lives
 */
record Meeting(
    String id,
    long seq,
    String host,
    String siteUrl,
    Draft draft,
    Map<String, List<String>> tags,
    Map<Instant, Occurrence.Change> changes,
    Instant createdAt,
    @Nullable Instant deletedAt) {

  static String newId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }

  boolean live() {
    return deletedAt == null;
  }

  boolean recurring() {
    return draft.recurrence() != null;
  }

  /** The tags that this client wrote. */
  List<String> tagsOf(String clientId) {
    return tags.getOrDefault(clientId, List.of());
  }

  /** Any tag, for the journal. */
  @Nullable String anyTag() {
    return tags.values().stream().flatMap(List::stream).findFirst().orElse(null);
  }

  /** A copy with another content. A series that moves or repeats otherwise loses its changes. */
  Meeting with(Draft other, Map<String, List<String>> otherTags) {
    boolean moved =
        !other.start().equals(draft.start())
            || !other.end().equals(draft.end())
            || !Objects.equals(other.recurrence(), draft.recurrence());
    Map<Instant, Occurrence.Change> kept = moved ? Map.of() : changes;
    return new Meeting(id, seq, host, siteUrl, other, otherTags, kept, createdAt, deletedAt);
  }

  /** A copy with one date changed. */
  Meeting with(Instant due, Occurrence.Change change) {
    Map<Instant, Occurrence.Change> more = new TreeMap<>(changes);
    more.put(due, change);
    return new Meeting(id, seq, host, siteUrl, draft, tags, more, createdAt, deletedAt);
  }

  Meeting deleted(Instant at) {
    return new Meeting(id, seq, host, siteUrl, draft, tags, changes, createdAt, at);
  }

  /** Eleven digits, unlike any other meeting's of this run. */
  String number() {
    // Multiplying by a number that is prime to the range visits every value once.
    return Long.toString(25_000_000_000L + (seq * 7_919_999_983L) % 10_000_000_000L);
  }

  /** The password given, or one made up that the site's policy accepts. */
  String password() {
    return draft.password() != null ? draft.password() : Passwords.made(secrets());
  }

  /** Eight digits, for phones and video systems. */
  String numericPassword() {
    SplittableRandom random = secrets();
    random.nextLong();
    return Integer.toString(random.nextInt(10_000_000, 100_000_000));
  }

  /** Six digits that make whoever has them the host; never to be passed on. */
  String hostKey() {
    SplittableRandom random = secrets();
    random.nextLong();
    random.nextLong();
    return Integer.toString(random.nextInt(100_000, 1_000_000));
  }

  String webLink() {
    return "https://" + siteUrl + "/contoso/j.php?MTID=m" + id;
  }

  private SplittableRandom secrets() {
    return new SplittableRandom(Long.parseUnsignedLong(id, 0, 16, 16));
  }
}
