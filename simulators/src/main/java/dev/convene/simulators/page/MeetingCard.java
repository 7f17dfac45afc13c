package dev.convene.simulators.page;

import dev.convene.simulators.page.Meetings.Meeting;

/** One Webex meeting. */
final class MeetingCard {
  private MeetingCard() {}

  static void write(Html html, Meeting one) {
    html.raw("<article class=\"card" + (one.deleted() ? " gone" : "") + "\"><header>");
    html.element("h3", "subject", one.title());
    html.raw(
        one.deleted()
            ? "<span class=\"badge bad\">Deleted</span>"
            : "<span class=\"badge good\">Live</span>");
    html.raw("</header><dl>");
    Card.when(html, When.of(one.start(), one.end()), one.timeZone());
    if (one.repeats() != null) {
      Card.row(html, "Repeats", one.repeats());
    }
    Card.row(html, "Host", one.host());
    Card.row(html, "Number", one.number());
    Card.place(html, "Link", one.link());
    if (one.tag() != null) {
      Card.row(html, "Tag", one.tag());
    }
    html.raw("</dl></article>");
  }
}
