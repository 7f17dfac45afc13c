package dev.convene.auth.security;

import dev.convene.defaults.sealing.Seal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.session.web.http.CookieSerializer;

/**
 * The session's id as only this service can write it: one that was read in a table opens nothing.
 */
record SealedCookie(CookieSerializer plain, Seal seal) implements CookieSerializer {

  private static final String OWNER = "session";

  @Override
  public void writeCookieValue(CookieValue value) {
    String id = value.getCookieValue();
    CookieValue sealed =
        new CookieValue(
            value.getRequest(),
            value.getResponse(),
            id == null || id.isEmpty() ? "" : seal.seal(id, OWNER));
    plain.writeCookieValue(sealed);
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return plain.readCookieValues(request).stream().flatMap(this::opened).toList();
  }

  private Stream<String> opened(String sealed) {
    try {
      return Stream.of(seal.open(sealed, OWNER));
    } catch (Seal.CannotOpen _) {
      // Of another time or another place: there is no session then.
      return Stream.empty();
    }
  }
}
