package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Refusal;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who calls the XML API, and what they may do there. */
final class XmlAccess {
  private final Webex webex;

  XmlAccess(Webex webex) {
    this.webex = webex;
  }

  /**
   * The request, when it is one for this site.
   *
   * @throws Refusal otherwise
   */
  XmlRequest request(Call call) {
    XmlRequest request = XmlRequest.in(call);
    if (request == null) {
      throw XmlReplies.refusal(XmlReplies.GUESSED, "validation: the message cannot be read");
    }
    if (!Sites.NAME.equals(request.security().text("siteName"))) {
      throw XmlReplies.refusal(XmlReplies.GUESSED, "The site does not exist");
    }
    return request;
  }

  /**
   * The person whose ticket it is.
   *
   * @throws Refusal when it is none, is another's, or has asked too often this minute
   */
  Person person(XmlRequest request) {
    XmlTickets.Ticket ticket = webex.tickets.find(request.security().text("sessionTicket"));
    if (ticket == null
        || !ticket.person().address().equals(address(request.account()))
        || webex.tokens.caller(ticket.accessToken().token()) == null) {
      throw new Refusal(XmlReplies.noTicket());
    }
    if (webex.limits.calling(ticket.value()).isPresent()) {
      throw new Refusal(XmlReplies.tooManyCalls());
    }
    return ticket.person();
  }

  /** Whether they may schedule for that host. */
  boolean maySchedule(Person person, String host) {
    return person.address().equals(host)
        || isAdministrator(person)
        || webex.preferences.of(host).delegateEmails().contains(person.address());
  }

  static boolean isAdministrator(Person person) {
    return person.address().equals(Seeds.WEBEX_ADMINISTRATOR);
  }

  /**
   * The live meeting with the key in that element, if they may see it.
   *
   * @throws Refusal otherwise
   */
  Meeting meeting(Person person, XmlRequest request, String keyElement) {
    String key = request.content().text(keyElement);
    Meeting meeting = key == null ? null : webex.store.findByNumber(key);
    if (meeting == null || !meeting.live() || !webex.visible(meeting)) {
      throw XmlReplies.unknownMeeting();
    }
    if (!maySchedule(person, meeting.host())) {
      throw XmlReplies.denied();
    }
    return meeting;
  }

  /** Whom a call concerns: the host named, the meeting's, or the caller. */
  @Nullable String mailbox(Call call) {
    XmlRequest request = XmlRequest.in(call);
    if (request == null) {
      return null;
    }
    XmlElement content = request.content();
    String host = content.text("schedule/hostWebExID");
    if (host == null) {
      host = content.text("hostWebExID");
    }
    if (host == null) {
      String key = key(content);
      Meeting meeting = key == null ? null : webex.store.findByNumber(key);
      host = meeting == null ? request.account() : meeting.host();
    }
    return host == null ? null : address(host);
  }

  private static @Nullable String key(XmlElement content) {
    String key = content.text("meetingKey");
    return key == null ? content.text("sessionKey") : key;
  }

  static String address(@Nullable String webExId) {
    return Objects.requireNonNullElse(webExId, "").toLowerCase(Locale.ROOT);
  }
}
