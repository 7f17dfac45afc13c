package dev.convene.simulators.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Handler;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final LocalDateTime TEN = LocalDateTime.of(2027, 3, 2, 10, 0);
  private static final String EVIL = "\"><script>alert('1')</script>";

  private static Reply get(Invitations invitations, Meetings meetings, String target) {
    Router router = new Router();
    new Page(invitations, meetings).routes(router);
    Call call = new Call("GET", target, Map.of(), new byte[0]);
    return router.match(call) instanceof Router.Match.Found(Handler handler)
        ? handler.handle(call)
        : Reply.empty(404);
  }

  private static String text(Reply reply) {
    return new String(reply.body(), UTF_8);
  }

  /** Everybody holds one invitation, all of whose texts are the given one. */
  private record Held(List<String> addresses, String text) implements Invitations {
    @Override
    public List<Mailbox> mailboxes(String search, int max) {
      return addresses.stream()
          .filter(address -> address.contains(search))
          .limit(max)
          .map(address -> new Mailbox(address, 1))
          .toList();
    }

    @Override
    public List<Invitation> in(String address, int max) {
      Attendee somebody = new Attendee(text, text, text, text);
      return addresses.contains(address)
          ? List.of(
              new Invitation(
                  "1",
                  text,
                  TEN,
                  TEN.plusHours(1),
                  text,
                  false,
                  text,
                  text,
                  somebody,
                  List.of(somebody),
                  text,
                  true))
          : List.of();
    }
  }

  /** Bob hosts one meeting, all of whose texts are the given one. */
  private record Hosted(String text) implements Meetings {
    @Override
    public List<Mailbox> hosts(String search, int max) {
      return List.of(new Mailbox("bob@contoso.example", 1));
    }

    @Override
    public List<Meeting> of(String host, int max) {
      return List.of(new Meeting("1", text, text, TEN, TEN, text, text, text, text, text, false));
    }
  }

  @Test
  void whateverPeopleWroteIsEscaped() {
    Reply reply = get(new Held(List.of("bob@contoso.example"), EVIL), new Hosted(EVIL), "/_sim/");

    assertThat(text(reply))
        .doesNotContain("<script>alert")
        .contains("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)")
        .contains("sandbox=\"allow-same-origin\"");
  }

  @Test
  void whatWasSearchedForIsEscaped() {
    Reply reply =
        get(Invitations.NONE, Meetings.NONE, "/?search=%22%3E%3Cscript%3E&mailbox=%3Cscript%3E");

    assertThat(text(reply)).doesNotContain("\"><script>").doesNotContain("<script><");
  }

  @Test
  void thePolicyAllowsNoScriptsButOurs() {
    Reply reply = get(Invitations.NONE, Meetings.NONE, "/");

    assertThat(reply.headers().get("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .contains("frame-ancestors 'none'");
    assertThat(text(reply)).contains("Nothing has been scheduled yet").doesNotContain("onload");
  }

  @Test
  void aMailboxShowsItsInvitationsAndMeetings() {
    String page =
        text(
            get(
                new Held(List.of("bob@contoso.example"), "https://contoso.example/x"),
                new Hosted("https://contoso.example/y"),
                "/?mailbox=BOB@contoso.example"));

    assertThat(page)
        .contains("Bob Baker")
        .contains("Tue 2 Mar 2027 10:00 – 11:00")
        .contains("href=\"https://contoso.example/x\"")
        .contains("href=\"https://contoso.example/y\"")
        .contains("Cancelled")
        .contains("Live");
  }

  @Test
  void withManyMailboxesTwoHundredAreShownAndTheRestIsFoundBySearching() {
    List<String> many = IntStream.range(0, 5000).mapToObj("u%05d@load.example"::formatted).toList();
    Invitations held = new Held(many, "x");

    String all = text(get(held, Meetings.NONE, "/"));
    String found = text(get(held, Meetings.NONE, "/?search=u04999"));

    assertThat(all).contains("u00199@").doesNotContain("u00200@").contains("Search for the others");
    assertThat(all.length()).isLessThan(100_000);
    assertThat(found).contains("u04999@load.example").doesNotContain("u00000@");
  }

  @Test
  void itsFilesAreServed() {
    assertThat(get(Invitations.NONE, Meetings.NONE, "/_sim/page.css").headers().get("Content-Type"))
        .startsWith("text/css");
    assertThat(get(Invitations.NONE, Meetings.NONE, "/_sim/page.js").status()).isEqualTo(200);
  }
}
