package dev.convene.simulators.microsoft;

import static dev.convene.simulators.microsoft.calendar.Shares.Right.EDIT;
import static dev.convene.simulators.microsoft.calendar.Shares.Right.READ;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Handler;
import dev.convene.simulators.http.Notes.Effect;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.microsoft.calendar.Calendars;
import dev.convene.simulators.microsoft.calendar.Calendars.Made;
import dev.convene.simulators.microsoft.calendar.Event;
import dev.convene.simulators.microsoft.calendar.EventQuery;
import dev.convene.simulators.microsoft.calendar.EventView;
import dev.convene.simulators.microsoft.calendar.Look;
import dev.convene.simulators.microsoft.calendar.Mailbox;
import dev.convene.simulators.microsoft.calendar.Response;
import dev.convene.simulators.microsoft.odata.Filter;
import dev.convene.simulators.microsoft.odata.QueryOptions;
import dev.convene.simulators.microsoft.settings.Switches;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Events of a calendar, by every path that leads to one. */
final class EventsApi {
  /** The paths of a user's things. */
  static final List<String> OWNERS = List.of("/v1.0/me", "/v1.0/users/{user}");

  private static final List<String> CALENDARS =
      List.of("/events", "/calendar/events", "/calendars/{calendar}/events");

  private final Access access;
  private final Calendars calendars;
  private final EventView view;
  private final Pages pages;
  private final GraphReplies replies;
  private final Switches switches;
  private final InstantSource clock;

  EventsApi(
      Access access,
      Calendars calendars,
      Pages pages,
      GraphReplies replies,
      Switches switches,
      InstantSource clock) {
    this.access = access;
    this.calendars = calendars;
    this.view = new EventView(calendars);
    this.pages = pages;
    this.replies = replies;
    this.switches = switches;
    this.clock = clock;
  }

  void routes(Router router) {
    for (String owner : OWNERS) {
      for (String calendar : CALENDARS) {
        String events = owner + calendar;
        on(router, "POST", events, this::create);
        on(router, "GET", events, this::list);
        on(router, "GET", events + "/{id}", this::get);
        on(router, "PATCH", events + "/{id}", this::patch);
        on(router, "DELETE", events + "/{id}", this::delete);
        on(router, "POST", events + "/{id}/cancel", this::cancel);
        on(router, "POST", events + "/{id}/microsoft.graph.cancel", this::cancel);
        for (Response response : Response.values()) {
          on(router, "POST", events + "/{id}/" + response.verb(), call -> respond(call, response));
        }
      }
    }
  }

  private void on(Router router, String method, String path, Handler handler) {
    router.on(method, path, replies.wording(handler));
  }

  private Reply create(Call call) {
    Mailbox mailbox = access.mailbox(call, EDIT);
    Look look = look(call);
    Made made = calendars.create(mailbox, GraphBody.object(call));
    Event event = made.event();
    if (!made.again()) {
      note(call, Effect.CREATED, event, look);
    }
    if (made.complaint() != null) {
      return replies.error(call, made.complaint());
    }
    return one(201, event, look)
        .with("Location", call.baseUrl() + call.path() + "/" + event.id(look.immutable()));
  }

  private Reply get(Call call) {
    Mailbox mailbox = access.mailbox(call, READ);
    return one(200, calendars.find(mailbox, call.variable("id")), look(call));
  }

  private Reply list(Call call) {
    Mailbox mailbox = access.mailbox(call, READ);
    Look look = look(call);
    QueryOptions options = new QueryOptions(call.query());
    String filter = options.option("filter");
    List<Event> events =
        EventQuery.find(
            mailbox, filter == null ? Filter.NONE : Filter.parse(filter), options.orderBy());
    String page =
        pages.page(
            call,
            context(mailbox),
            events,
            switches.eventsPage().get(),
            event -> view.json(calendars.settled(event), look, clock.instant(), ""));
    return applied(GraphReplies.json(200, page), look);
  }

  private Reply patch(Call call) {
    Mailbox mailbox = access.mailbox(call, EDIT);
    Look look = look(call);
    ObjectNode body = GraphBody.object(call);
    Event event = calendars.patch(mailbox, call.variable("id"), body, call.header("If-Match"));
    note(call, Effect.UPDATED, event, look);
    return one(200, event, look);
  }

  private Reply delete(Call call) {
    Mailbox mailbox = access.mailbox(call, EDIT);
    Event gone = calendars.delete(mailbox, call.variable("id"), call.header("If-Match"));
    call.notes().changed(Effect.DELETED, call.variable("id"), gone.ref());
    return Reply.empty(204);
  }

  private Reply cancel(Call call) {
    Mailbox mailbox = access.mailbox(call, EDIT);
    Event gone = calendars.cancel(mailbox, call.variable("id"), comment(call));
    call.notes().changed(Effect.DELETED, call.variable("id"), gone.ref());
    return Reply.empty(202);
  }

  private Reply respond(Call call, Response response) {
    Mailbox mailbox = access.mailbox(call, EDIT);
    Event copy = calendars.respond(mailbox, call.variable("id"), response);
    call.notes().changed(Effect.UPDATED, call.variable("id"), copy.ref());
    return Reply.empty(202);
  }

  private static String comment(Call call) {
    ObjectNode body = GraphBody.object(call);
    return body.path("Comment").asString(body.path("comment").asString(""));
  }

  private Reply one(int status, Event event, Look look) {
    String context = context(event.mailbox()) + "/$entity";
    String changeKey = calendars.changeKey(event);
    return applied(
        GraphReplies.json(status, view.json(event, look, clock.instant(), context))
            .with("ETag", "W/\"" + changeKey + "\""),
        look);
  }

  private static Reply applied(Reply reply, Look look) {
    return look.applied().isEmpty() ? reply : reply.with("Preference-Applied", look.applied());
  }

  private static String context(Mailbox mailbox) {
    return "https://graph.microsoft.com/v1.0/$metadata#users('"
        + mailbox.address().replace("@", "%40")
        + "')/events";
  }

  private static void note(Call call, Effect effect, Event event, Look look) {
    call.notes().changed(effect, event.id(look.immutable()), event.ref());
  }

  static Look look(Call call) {
    return Look.of(call.header("Prefer"), new QueryOptions(call.query()));
  }
}
