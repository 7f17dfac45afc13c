package dev.convene.simulators.microsoft;

import static dev.convene.simulators.microsoft.calendar.Shares.Right.EDIT;
import static dev.convene.simulators.microsoft.calendar.Shares.Right.READ;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.microsoft.calendar.CalendarIds;
import dev.convene.simulators.microsoft.calendar.Mailbox;
import dev.convene.simulators.microsoft.calendar.Mailboxes;
import dev.convene.simulators.microsoft.calendar.Shares;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A user's calendars: the own one, and those that others share. */
final class CalendarsApi {
  private final Access access;
  private final Mailboxes mailboxes;
  private final Pages pages;
  private final GraphReplies replies;

  CalendarsApi(Access access, Mailboxes mailboxes, Pages pages, GraphReplies replies) {
    this.access = access;
    this.mailboxes = mailboxes;
    this.pages = pages;
    this.replies = replies;
  }

  void routes(Router router) {
    for (String owner : EventsApi.OWNERS) {
      router
          .on("GET", owner + "/calendar", replies.wording(this::own))
          .on("GET", owner + "/calendars", replies.wording(this::list))
          .on("GET", owner + "/calendars/{calendar}", replies.wording(this::get));
    }
  }

  /** The mailbox that holds the calendar which a viewer's list has under this id. */
  static Mailbox named(Mailboxes mailboxes, Mailbox viewer, String id) {
    return seen(mailboxes, viewer).stream()
        .filter(owner -> CalendarIds.of(viewer, owner).equals(id))
        .findFirst()
        .orElseThrow(() ->
            (CalendarIds.wellFormed(viewer, id)
                    ? GraphErrors.itemNotFound()
                    : GraphErrors.malformedId())
                .refused());
  }

  private Reply own(Call call) {
    Mailbox mailbox = access.mailbox(call, READ);
    String viewer = access.caller(call).user();
    return GraphReplies.json(
        200, json(mailbox, mailbox, viewer == null ? mailbox.address() : viewer));
  }

  private Reply list(Call call) {
    Mailbox viewer = access.mailbox(call, READ);
    String page =
        pages.page(
            call,
            "https://graph.microsoft.com/v1.0/$metadata#users('"
                + viewer.address().replace("@", "%40")
                + "')/calendars",
            seen(mailboxes, viewer),
            10,
            owner -> Json.MAPPER.writeValueAsString(json(viewer, owner, viewer.address())));
    return GraphReplies.json(200, page);
  }

  private Reply get(Call call) {
    Mailbox viewer = access.mailbox(access.person(call));
    Mailbox owner = access.mailbox(call, READ);
    return GraphReplies.json(200, json(viewer, owner, viewer.address()));
  }

  private static List<Mailbox> seen(Mailboxes mailboxes, Mailbox viewer) {
    List<Mailbox> seen = new ArrayList<>(List.of(viewer));
    Shares.ownersFor(viewer.address()).forEach(owner -> mailboxes.at(owner).ifPresent(seen::add));
    return seen;
  }

  private static ObjectNode json(Mailbox list, Mailbox owner, String viewer) {
    boolean own = owner.address().equals(list.address());
    ObjectNode calendar =
        Json.object()
            .put("id", CalendarIds.of(list, owner))
            .put("name", own ? "Calendar" : owner.owner().name())
            .put("color", "auto")
            .put("hexColor", "")
            .put("isDefaultCalendar", own)
            .put("changeKey", "DxYSthXJXEWwAQSYQnXvIgAAIxGttg==")
            .put("canShare", owner.address().equals(viewer))
            .put("canViewPrivateItems", owner.address().equals(viewer))
            .put("canEdit", Shares.right(owner.address(), viewer) == EDIT)
            .put("isTallyingResponses", own)
            .put("isRemovable", !own)
            .put("defaultOnlineMeetingProvider", "unknown");
    calendar.putArray("allowedOnlineMeetingProviders");
    calendar.putObject("owner").put("name", owner.owner().name()).put("address", owner.address());
    return calendar;
  }
}
