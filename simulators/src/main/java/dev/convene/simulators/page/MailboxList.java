package dev.convene.simulators.page;

import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/** Who has something to show, on the left. */
final class MailboxList {
  /** With more, the reader has to search. */
  static final int MOST = 200;

  private final List<Row> rows;
  private final boolean more;

  /** One mailbox: how many invitations it holds, and how many meetings it hosts. */
  record Row(String address, int invitations, int meetings) {
    private Row plus(Row other) {
      return new Row(address, invitations + other.invitations, meetings + other.meetings);
    }
  }

  MailboxList(Invitations invitations, Meetings meetings, String search) {
    TreeMap<String, Row> all = new TreeMap<>();
    invitations
        .mailboxes(search, MOST + 1)
        .forEach(
            one -> all.merge(one.address(), new Row(one.address(), one.items(), 0), Row::plus));
    meetings
        .hosts(search, MOST + 1)
        .forEach(
            one -> all.merge(one.address(), new Row(one.address(), 0, one.items()), Row::plus));
    this.rows = all.values().stream().limit(MOST).toList();
    this.more = all.size() > MOST;
  }

  List<Row> rows() {
    return rows;
  }

  void write(Html html, String selected, String search) {
    html.raw("<ul class=\"mailboxes\">");
    for (Row row : rows) {
      String current = row.address().equals(selected) ? " aria-current=\"page\"" : "";
      html.raw("<li><a" + current + " href=\"?mailbox=" + encoded(row.address()));
      html.raw(search.isEmpty() ? "" : "&amp;search=" + encoded(search)).raw("\">");
      html.raw("<span class=\"who\">").element("strong", "", name(row.address()));
      html.element("span", "quiet", row.address()).raw("</span>");
      count(html, row.invitations(), "invitations", "mail");
      count(html, row.meetings(), "Webex meetings", "webex");
      html.raw("</a></li>");
    }
    html.raw("</ul>");
    if (more) {
      html.raw("<p class=\"quiet\">The first " + MOST + " are shown. Search for the others.</p>");
    }
    if (rows.isEmpty() && !search.isEmpty()) {
      html.raw("<p class=\"quiet\">No mailbox with items has this in its address.</p>");
    }
  }

  private static void count(Html html, int count, String what, String cssClass) {
    if (count > 0) {
      html.raw("<span class=\"count " + cssClass + "\" title=\"" + count + " " + what + "\">");
      html.raw(count + "</span>");
    }
  }

  static String name(String address) {
    return Seeds.find(address).map(Person::name).orElse(address);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
