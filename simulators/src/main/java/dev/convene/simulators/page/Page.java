package dev.convene.simulators.page;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Serves the page at {@code /} and {@code /_sim}. */
public final class Page {
  private static final int MOST_CARDS = 50;
  private static final int LONGEST_ADDRESS = 320;

  /** Inline styles are for the messages, which inherit this; scripts are ours or none. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Invitations invitations;
  private final Meetings meetings;

  /** A page of what these hold. */
  public Page(Invitations invitations, Meetings meetings) {
    this.invitations = invitations;
    this.meetings = meetings;
  }

  /** Adds the page's routes. */
  public void routes(Router router) {
    router
        .on("GET", "/", this::show)
        .on("GET", "/_sim", this::show)
        .on("GET", "/_sim/page.css", _ -> file("page.css", "text/css"))
        .on("GET", "/_sim/page.js", _ -> file("page.js", "text/javascript"));
  }

  static Reply file(String name, String type) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return guarded(Reply.text(200, type + "; charset=utf-8", text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reply guarded(Reply reply) {
    return reply
        .with("Content-Security-Policy", POLICY)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-store");
  }

  private Reply show(Call call) {
    String search = wanted(call.query("search"));
    MailboxList list = new MailboxList(invitations, meetings, search);
    String selected = wanted(call.query("mailbox"));
    if (selected.isEmpty() && !list.rows().isEmpty()) {
      selected = list.rows().getFirst().address();
    }
    Html content = new Html();
    content.raw("<nav aria-label=\"Mailboxes\">");
    search(content, search);
    list.write(content, selected, search);
    content.raw("</nav><main>");
    if (selected.isEmpty()) {
      nothing(content);
    } else {
      mailbox(content, selected);
    }
    content.raw("</main>");
    return guarded(Reply.text(200, "text/html; charset=utf-8", framed(content.toString())));
  }

  private static String wanted(@Nullable String given) {
    return given == null || given.length() > LONGEST_ADDRESS
        ? ""
        : given.strip().toLowerCase(Locale.ROOT);
  }

  private static void search(Html html, String search) {
    html.raw("<form role=\"search\"><input type=\"search\" name=\"search\" value=\"").text(search);
    html.raw("\" placeholder=\"Search mailboxes\" aria-label=\"Search mailboxes\"></form>");
  }

  private static void nothing(Html html) {
    html.raw("<div class=\"empty\"><h2>Nothing has been scheduled yet</h2>");
    html.raw("<p>Invitations and meetings appear here as soon as they are made.</p></div>");
  }

  private void mailbox(Html html, String address) {
    List<Invitations.Invitation> held = invitations.in(address, MOST_CARDS + 1);
    List<Meetings.Meeting> hosted = meetings.of(address, MOST_CARDS + 1);
    html.raw("<h2 class=\"title\">").text(MailboxList.name(address));
    html.raw(" ").element("span", "quiet", address).raw("</h2><div class=\"columns\">");
    html.raw("<section aria-label=\"Invitations\"><h2 class=\"mail\">Outlook</h2>");
    held.stream().limit(MOST_CARDS).forEach(one -> InvitationCard.write(html, one));
    rest(html, held.size(), "This mailbox holds no invitation.");
    html.raw("</section><section aria-label=\"Meetings\"><h2 class=\"webex\">Webex</h2>");
    hosted.stream().limit(MOST_CARDS).forEach(one -> MeetingCard.write(html, one));
    rest(html, hosted.size(), "This user hosts no meeting.");
    html.raw("</section></div>");
  }

  private static void rest(Html html, int found, String none) {
    if (found == 0) {
      html.element("p", "quiet", none);
    } else if (found > MOST_CARDS) {
      html.element("p", "quiet", "The newest " + MOST_CARDS + " are shown.");
    }
  }

  private static String framed(String content) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <noscript><meta http-equiv="refresh" content="5"></noscript>
    <title>Convene simulators</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/_sim/page.css">
    <script src="/_sim/page.js" defer></script>
    </head>
    <body>
    <header class="bar"><h1>Convene <span>simulators</span></h1>
    <p>What people would see in Outlook and Webex</p></header>
    <div id="content" data-version="%s">%s</div>
    </body>
    </html>
    """
        .formatted(Integer.toHexString(content.hashCode()), content);
  }
}
