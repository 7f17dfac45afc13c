package dev.convene.simulators.webex;

import dev.convene.simulators.control.Settings;
import dev.convene.simulators.control.Vendor;
import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Webex, as its public documentation describes it. */
public final class WebexSimulator implements Vendor {
  private final Settings settings = new Settings();

  @Override
  public String name() {
    return "Webex";
  }

  @Override
  public void routes(Router router) {}

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public @Nullable String mailbox(Call call) {
    return null;
  }

  @Override
  public Reply notFound(Call call) {
    return WebexErrors.reply(404, "The requested resource could not be found.");
  }

  @Override
  public Reply wrongMethod(Call call, Set<String> allowed) {
    return WebexErrors.reply(405, "The method is not allowed for this resource.")
        .with("Allow", String.join(", ", allowed));
  }

  @Override
  public Reply status(Call call, int status) {
    return WebexErrors.reply(status, "The simulator was told to answer " + status + ".");
  }

  @Override
  public Reply throttled(Call call, long retryAfterSeconds) {
    return WebexErrors.throttled(retryAfterSeconds);
  }

  @Override
  public Reply expiredToken(Call call) {
    return WebexErrors.unauthorized();
  }

  @Override
  public Map<String, List<String>> duplicates() {
    return Map.of();
  }

  @Override
  public void reset() {}
}
