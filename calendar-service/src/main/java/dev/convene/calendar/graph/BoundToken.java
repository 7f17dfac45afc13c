package dev.convene.calendar.graph;

import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token for one service root. The SDK asks for it before every request and checks nothing itself:
 * a link in an answer that led elsewhere would take the token along.
 */
final class BoundToken implements AccessTokenProvider {

  private final URI root;
  private final String token;
  private final AllowedHostsValidator hosts;

  BoundToken(URI root, String token) {
    this.root = root;
    this.token = token;
    this.hosts = new AllowedHostsValidator(root.getHost());
  }

  @Override
  public String getAuthorizationToken(URI uri, @Nullable Map<String, Object> context) {
    if (!root.getScheme().equals(uri.getScheme())
        || !root.getHost().equalsIgnoreCase(uri.getHost())
        || root.getPort() != uri.getPort()) {
      throw new IllegalArgumentException(
          "no token for " + uri.getHost() + ": it is for " + root + " alone");
    }
    return token;
  }

  @Override
  public AllowedHostsValidator getAllowedHostsValidator() {
    return hosts;
  }
}
