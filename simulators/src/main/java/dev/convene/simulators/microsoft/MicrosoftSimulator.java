package dev.convene.simulators.microsoft;

import dev.convene.simulators.control.Settings;
import dev.convene.simulators.control.Vendor;
import dev.convene.simulators.faults.Kind;
import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Handler;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.microsoft.calendar.Audit;
import dev.convene.simulators.microsoft.calendar.CalendarView;
import dev.convene.simulators.microsoft.calendar.Calendars;
import dev.convene.simulators.microsoft.calendar.InvitationList;
import dev.convene.simulators.microsoft.calendar.Mailboxes;
import dev.convene.simulators.microsoft.calendar.Truth;
import dev.convene.simulators.microsoft.directory.Directory;
import dev.convene.simulators.microsoft.directory.TenantGroups;
import dev.convene.simulators.microsoft.entra.Caller;
import dev.convene.simulators.microsoft.entra.Entra;
import dev.convene.simulators.microsoft.entra.Grants;
import dev.convene.simulators.microsoft.entra.Tokens;
import dev.convene.simulators.microsoft.odata.GraphError;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import dev.convene.simulators.microsoft.settings.Switches;
import dev.convene.simulators.page.Invitations;
import dev.convene.simulators.page.SignIn;
import dev.convene.simulators.seeds.Seeds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph's calendar and directory, and Entra's token endpoint, in memory. */
public final class MicrosoftSimulator implements Vendor {
  private static final String GRAPH = "/v1.0";

  private final Settings settings = new Settings();
  private final Switches switches = Switches.of(settings);
  private final Mailboxes mailboxes = new Mailboxes();
  private final TenantGroups groups = new TenantGroups();
  private final Audit audit = new Audit();
  private final Truth truth = new Truth(mailboxes);
  private final InstantSource clock;
  private final Tokens tokens;
  private final Grants grants;
  private final Access access;
  private final Calendars calendars;
  private final GraphReplies replies;
  private final Gate gate;
  private Handler front = _ -> Reply.none();

  public MicrosoftSimulator(InstantSource clock) {
    this.clock = clock;
    this.tokens = new Tokens(switches.tokenLifetime(), clock);
    this.grants = new Grants(clock);
    this.access = new Access(tokens, mailboxes, switches);
    this.calendars = new Calendars(mailboxes, groups, switches, clock, audit);
    this.replies = new GraphReplies(clock);
    this.gate = new Gate(switches, clock, audit);
  }

  /** What the mailboxes hold, for the page. */
  public Invitations invitations() {
    return new InvitationList(mailboxes, calendars);
  }

  @Override
  public String name() {
    return "Microsoft 365";
  }

  @Override
  public void routes(Router router) {
    Pages pages = new Pages(switches);
    CalendarView view = new CalendarView(calendars, clock);
    new EventsApi(access, calendars, pages, replies, switches, clock).routes(router);
    new CalendarsApi(access, mailboxes, pages, replies).routes(router);
    new ScheduleApi(access, mailboxes, view, pages, replies, switches).routes(router);
    new DirectoryApi(access, mailboxes, new Directory(groups), pages, replies).routes(router);
    router.on(
        "POST", "/v1.0/$batch", replies.wording(call -> new BatchApi(replies, front).answer(call)));
    new Entra(tokens, grants, clock).routes(router);
    new SignIn("Microsoft", Seeds.CALENDAR, grants::codeFor)
        .routes(router, "/{tenant}/oauth2/v2.0/authorize");
  }

  @Override
  public void controls(Router router) {
    new ControlsApi(truth, audit, tokens, grants).routes(router);
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public List<Kind> faultKinds() {
    return new GraphFaults(replies, clock).kinds();
  }

  @Override
  public void front(Handler newFront) {
    this.front = newFront;
  }

  @Override
  public @Nullable String mailbox(Call call) {
    return access.named(call);
  }

  @Override
  public Reply admit(Call call, Handler next) {
    if (!isGraph(call)) {
      return next.handle(call);
    }
    Caller caller = access.known(call);
    if (caller == null) {
      String message =
          call.bearer() == null
              ? "Access token is empty."
              : "Lifetime validation failed, the token is expired.";
      return GraphReplies.dressed(call, replies.error(call, GraphReplies.unauthorized(message)));
    }
    call.notes().calledBy(caller.user());
    return GraphReplies.dressed(call, limited(call, caller, next));
  }

  /** Outlook's limits hold for calendars, not for the directory. */
  private Reply limited(Call call, Caller caller, Handler next) {
    String mailbox = call.notes().mailbox();
    if (mailbox == null
        || !(call.path().contains("/events") || call.path().contains("/calendar"))) {
      return next.handle(call);
    }
    Gate.Key key = new Gate.Key(caller.appId(), mailbox);
    boolean writes = !call.method().equals("GET") && !call.method().equals("DELETE");
    GraphError refusal = gate.enter(key, writes ? call.body().length : 0);
    if (refusal != null) {
      return replies.error(call, refusal);
    }
    try {
      return next.handle(call);
    } finally {
      gate.leave(key);
    }
  }

  @Override
  public Reply notFound(Call call) {
    if (!isGraph(call)) {
      return Reply.text(404, "text/plain", "There is nothing at " + call.path() + ".\n");
    }
    String segment = call.path().substring(call.path().lastIndexOf('/') + 1);
    return replies.error(
        call, GraphErrors.badRequest("Resource not found for the segment '" + segment + "'."));
  }

  @Override
  public Reply wrongMethod(Call call, Set<String> allowed) {
    return replies
        .error(
            call,
            new GraphError(
                405,
                "Request_BadRequest",
                "Specified HTTP method is not allowed for the request target."))
        .with("Allow", String.join(", ", allowed));
  }

  @Override
  public Reply status(Call call, int status) {
    return Faulty.status(call, status, isGraph(call), replies, clock);
  }

  @Override
  public Reply throttled(Call call, long retryAfterSeconds) {
    return Faulty.throttled(
        call, Duration.ofSeconds(retryAfterSeconds), isGraph(call), replies, clock);
  }

  @Override
  public Reply expiredToken(Call call) {
    return replies.error(
        call, GraphReplies.unauthorized("Lifetime validation failed, the token is expired."));
  }

  @Override
  public Map<String, List<String>> duplicates() {
    return truth.duplicates();
  }

  @Override
  public void reset() {
    mailboxes.reset();
    audit.reset();
    gate.reset();
  }

  private static boolean isGraph(Call call) {
    return call.path().equals(GRAPH) || call.path().startsWith(GRAPH + "/");
  }
}
