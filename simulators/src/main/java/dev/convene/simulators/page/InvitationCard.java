package dev.convene.simulators.page;

import dev.convene.simulators.page.Invitations.Attendee;
import dev.convene.simulators.page.Invitations.Invitation;
import java.util.Locale;

/** One invitation, as Outlook's reading pane would have it. */
final class InvitationCard {
  private static final int MOST_ATTENDEES = 50;

  private InvitationCard() {}

  static void write(Html html, Invitation one) {
    html.raw("<article class=\"card" + (one.cancelled() ? " gone" : "") + "\"><header>");
    html.element("h3", "subject", one.subject().isBlank() ? "(no subject)" : one.subject());
    if (one.cancelled()) {
      html.raw("<span class=\"badge bad\">Cancelled</span>");
    }
    html.raw("</header><dl>");
    if (one.allDay()) {
      Card.when(html, When.allDay(one.start(), one.end()), "all day");
    } else {
      Card.when(html, When.of(one.start(), one.end()), one.timeZone());
    }
    if (one.repeats() != null) {
      Card.row(html, "Repeats", one.repeats());
    }
    if (one.location() != null && !one.location().isBlank()) {
      Card.place(html, "Where", one.location());
    }
    html.raw("<dt>Organizer</dt><dd>");
    person(html, one.organizer());
    html.raw("</dd></dl>");
    attendees(html, one);
    body(html, one);
    html.raw("</article>");
  }

  private static void person(Html html, Attendee one) {
    html.element("strong", "", one.name().isBlank() ? one.address() : one.name())
        .raw(" ")
        .element("span", "quiet", one.address());
  }

  private static void attendees(Html html, Invitation one) {
    if (one.attendees().isEmpty()) {
      return;
    }
    html.raw("<ul class=\"people\">");
    one.attendees().stream()
        .limit(MOST_ATTENDEES)
        .forEach(attendee -> {
          String response = known(attendee.response());
          html.raw("<li><span class=\"mark " + response + "\" aria-hidden=\"true\">");
          html.raw(sign(response)).raw("</span><span>");
          person(html, attendee);
          html.raw("</span> ").element("span", "role", attendee.role());
          html.raw(" ").element("span", "response", said(response)).raw("</li>");
        });
    int more = one.attendees().size() - MOST_ATTENDEES;
    if (more > 0) {
      html.raw("<li class=\"quiet\">and " + more + " more</li>");
    }
    html.raw("</ul>");
  }

  /** One of our class names, whatever was stored. */
  private static String known(String response) {
    return switch (response.toLowerCase(Locale.ROOT)) {
      case "accepted" -> "accepted";
      case "declined" -> "declined";
      case "tentativelyaccepted", "tentative" -> "tentative";
      case "organizer" -> "organizer";
      default -> "none";
    };
  }

  private static String sign(String response) {
    return switch (response) {
      case "accepted" -> "✓";
      case "declined" -> "✕";
      case "tentative" -> "?";
      case "organizer" -> "★";
      default -> "·";
    };
  }

  private static String said(String response) {
    return response.equals("none") ? "no answer yet" : response;
  }

  private static void body(Html html, Invitation one) {
    if (one.bodyHtml().isBlank()) {
      return;
    }
    // No allow-scripts: what came in a mail never runs. Same origin only so that it can be
    // measured.
    html.raw("<iframe class=\"body\" sandbox=\"allow-same-origin\" title=\"Message\" srcdoc=\"");
    html.text(one.bodyHtml());
    html.raw("\"></iframe>");
  }
}
