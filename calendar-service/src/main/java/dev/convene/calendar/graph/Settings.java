package dev.convene.calendar.graph;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the settings' constructors check; a breach is an {@link IllegalArgumentException}. */
final class Settings {

  private Settings() {}

  /** An {@code http} or {@code https} URL of scheme, host and port; a last slash is dropped. */
  static URI origin(String name, @Nullable URI url) {
    if (url == null
        || url.getHost() == null
        || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
        || !(url.getRawPath().isEmpty() || "/".equals(url.getRawPath()))
        || url.getRawUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          name + " must be https://host[:port] without a path, was " + url);
    }
    return URI.create(url.getScheme() + "://" + url.getRawAuthority());
  }

  static void positive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be longer than nothing");
    }
  }
}
