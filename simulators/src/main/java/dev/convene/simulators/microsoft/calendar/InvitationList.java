package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.microsoft.calendar.Event.State;
import dev.convene.simulators.page.Invitations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The mailboxes' invitations, for the page. */
public final class InvitationList implements Invitations {
  private final Mailboxes mailboxes;
  private final Calendars calendars;

  public InvitationList(Mailboxes mailboxes, Calendars calendars) {
    this.mailboxes = mailboxes;
    this.calendars = calendars;
  }

  @Override
  public List<dev.convene.simulators.page.Mailbox> mailboxes(String search, int max) {
    return mailboxes.all().stream()
        .filter(mailbox -> mailbox.address().contains(search) && mailbox.size() > 0)
        .sorted(Comparator.comparing(Mailbox::address))
        .limit(max)
        .map(mailbox -> new dev.convene.simulators.page.Mailbox(mailbox.address(), mailbox.size()))
        .toList();
  }

  @Override
  public List<Invitation> in(String address, int max) {
    Optional<Mailbox> mailbox = mailboxes.at(address);
    return mailbox.isEmpty()
        ? List.of()
        : mailbox.get().all().reversed().stream()
            .filter(event -> event.state() != State.DELETED)
            .limit(max)
            .map(event -> invitation(calendars.settled(event)))
            .toList();
  }

  private static Invitation invitation(Event event) {
    ObjectNode content = Content.parse(event.content());
    Slot slot = event.slot();
    List<Attendee> attendees = new ArrayList<>();
    content.path("attendees").forEach(one -> attendees.add(attendee(one)));
    JsonNode body = content.path("body");
    String text = body.path("content").asString("");
    return new Invitation(
        event.id(false),
        content.path("subject").asString(""),
        slot.start(),
        slot.end(),
        slot.startZone(),
        slot.allDay(),
        repeats(content.path("recurrence")),
        blankToNull(content.path("location").path("displayName").asString("")),
        new Attendee(
            event.organizer().owner().name(),
            event.organizer().address(),
            "organizer",
            "organizer"),
        attendees,
        body.path("contentType").asString("").equals("html") ? text : escaped(text),
        event.state() == State.CANCELLED);
  }

  private static Attendee attendee(JsonNode one) {
    JsonNode mail = one.path("emailAddress");
    String type = one.path("type").asString("");
    return new Attendee(
        mail.path("name").asString(""),
        mail.path("address").asString(""),
        type.equals("resource") ? "room" : type,
        one.path("status").path("response").asString("none"));
  }

  private static @Nullable String repeats(JsonNode recurrence) {
    if (!recurrence.isObject()) {
      return null;
    }
    JsonNode pattern = recurrence.path("pattern");
    JsonNode range = recurrence.path("range");
    String end =
        switch (range.path("type").asString("")) {
          case "endDate" -> " until " + range.path("endDate").asString("");
          case "numbered" -> ", " + range.path("numberOfOccurrences").asString("") + " times";
          default -> ", without an end";
        };
    return pattern.path("type").asString("")
        + ", every "
        + pattern.path("interval").asString("")
        + end;
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }

  private static String escaped(String text) {
    return "<pre>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</pre>";
  }
}
