package dev.convene.simulators.webex;

import dev.convene.simulators.control.Settings;
import dev.convene.simulators.control.Vendor;
import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Handler;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.page.Meetings;
import dev.convene.simulators.page.SignIn;
import dev.convene.simulators.seeds.Seeds;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Webex, as its public documentation describes it. */
public final class WebexSimulator implements Vendor {
  private final Webex webex;

  /**
   * Webex with nothing but the seeds.
   *
   * @param clock for quotas, tokens, and what counts as past
   */
  public WebexSimulator(InstantSource clock) {
    this.webex = new Webex(clock);
  }

  @Override
  public String name() {
    return "Webex";
  }

  /** What the page shows of it. */
  public Meetings meetings() {
    return new HostedMeetings(webex.store);
  }

  @Override
  public void routes(Router router) {
    new TokenApi(webex.tokens).routes(router);
    new SignIn("Webex", Seeds.WEBEX, webex.tokens::codeFor).routes(router, "/v1/authorize");
    new MeetingApi(webex).routes(router);
    new ListApi(webex).routes(router);
    new InviteeApi(webex).routes(router);
    new PeopleApi(webex).routes(router);
    new PreferencesApi(webex).routes(router);
    new XmlApi(webex).routes(router);
  }

  @Override
  public Call told(Call call) {
    return XmlApi.takes(call) ? XmlApi.told(call) : call;
  }

  @Override
  public void controls(Router router) {
    new TokenApi(webex.tokens).controls(router);
    new WebexControls(webex).routes(router);
  }

  @Override
  public Settings settings() {
    return webex.settings.all;
  }

  /** The host named in the query or body, else the meeting's, else the caller. */
  @Override
  public @Nullable String mailbox(Call call) {
    if (XmlApi.takes(call)) {
      return new XmlAccess(webex).mailbox(call);
    }
    String named = call.query("hostEmail");
    if (named == null && isJson(call)) {
      JsonNode body = call.json();
      named = body == null ? null : MeetingApi.text(body, "hostEmail");
    }
    if (named != null) {
      return named.toLowerCase(Locale.ROOT);
    }
    if (call.notes().route().equals("/v1/meetings/{id}")) {
      Meeting meeting = webex.store.find(call.variable("id"));
      if (meeting != null) {
        return meeting.host();
      }
    }
    Caller caller = webex.tokens.caller(call.bearer());
    return caller == null || caller.user() == null ? null : caller.user().address();
  }

  private static boolean isJson(Call call) {
    String type = call.header("Content-Type");
    return type != null && type.contains("json");
  }

  @Override
  public Reply admit(Call call, Handler next) {
    String token = call.bearer();
    Caller caller = webex.tokens.caller(token);
    if (caller != null) {
      call.notes().calledBy(caller.user() == null ? null : caller.user().address());
    }
    OptionalLong wait = token == null ? OptionalLong.empty() : webex.limits.calling(token);
    return wait.isPresent() ? WebexErrors.throttled(wait.getAsLong()) : next.handle(call);
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
    if (XmlApi.takes(call)) {
      // Not from the API, which knows no statuses, but from something in front of it.
      return Reply.text(status, "text/html", "<html><body>" + status + "</body></html>");
    }
    return WebexErrors.reply(status, "The simulator was told to answer " + status + ".");
  }

  @Override
  public Reply throttled(Call call, long retryAfterSeconds) {
    return XmlApi.takes(call)
        ? XmlReplies.tooManyCalls()
        : WebexErrors.throttled(retryAfterSeconds);
  }

  @Override
  public Reply expiredToken(Call call) {
    return XmlApi.takes(call) ? XmlReplies.noTicket() : WebexErrors.unauthorized();
  }

  @Override
  public Map<String, List<String>> duplicates() {
    return webex.store.duplicates();
  }

  @Override
  public void reset() {
    webex.reset();
  }
}
