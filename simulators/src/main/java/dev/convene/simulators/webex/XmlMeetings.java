package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.http.Notes.Effect;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** The meeting service of the XML API, and {@code DelSession} of the general one. */
final class XmlMeetings {
  private final Webex webex;
  private final XmlAccess access;

  XmlMeetings(Webex webex, XmlAccess access) {
    this.webex = webex;
    this.access = access;
  }

  void routes(Router router) {
    router
        .on("POST", XmlApi.PATH + "/meeting.CreateMeeting", this::create)
        .on("POST", XmlApi.PATH + "/meeting.GetMeeting", this::read)
        .on("POST", XmlApi.PATH + "/meeting.LstsummaryMeeting", this::list)
        .on("POST", XmlApi.PATH + "/meeting.DelMeeting", this::delMeeting)
        .on("POST", XmlApi.PATH + "/ep.DelSession", this::delSession);
  }

  private Reply create(Call call) {
    XmlRequest request = access.request(call);
    Person person = access.person(request);
    Person host = host(person, request.content().text("schedule/hostWebExID"));
    // Counted before the body is looked at: failed attempts use the quota up, too.
    if (webex.limits.creating(host.address()).isPresent()) {
      return XmlReplies.tooManyCalls();
    }
    Draft draft = XmlMeetingForm.read(request.content(), webex.now());
    Meeting meeting = webex.store.create(host.address(), Sites.URL, draft, "xml", webex.now());
    invite(meeting, request.content());
    call.notes().changed(Effect.CREATED, meeting.id(), meeting.anyTag());
    XmlNode created = XmlNode.of("meet", "content");
    created.put("meetingkey", meeting.number()).put("meetingPassword", meeting.password());
    created.add(iCalendar("meet", meeting));
    return XmlReplies.success("meet:createMeetingResponse", created);
  }

  private Person host(Person person, @Nullable String named) {
    if (named == null) {
      return person;
    }
    Optional<Person> host = Seeds.find(named).filter(Person::webexLicence);
    if (host.isEmpty()) {
      throw XmlReplies.refusal(XmlReplies.NO_SUCH_USER, "The host was not found");
    }
    if (!access.maySchedule(person, host.get().address())) {
      throw XmlReplies.denied();
    }
    return host.get();
  }

  /** Those to whom an invitation shall go are mailed at once. */
  private void invite(Meeting meeting, XmlElement content) {
    XmlElement attendees = content.at("participants/attendees");
    if (attendees == null) {
      return;
    }
    ArrayNode invitees = Json.array();
    boolean mail = "true".equalsIgnoreCase(content.text("attendeeOptions/emailInvitations"));
    for (XmlElement attendee : attendees.children()) {
      invitees
          .addObject()
          .put("email", attendee.text("person/email"))
          .put("displayName", attendee.text("person/name"));
      mail |= "true".equalsIgnoreCase(attendee.text("emailInvitations"));
    }
    webex.invitees.add(meeting.id(), invitees);
    if (mail) {
      webex.mail(Outbox.Kind.INVITE, meeting);
    }
  }

  private Reply read(Call call) {
    XmlRequest request = access.request(call);
    Meeting meeting = access.meeting(access.person(request), request, "meetingKey");
    return XmlReplies.success(
        "meet:getMeetingResponse", XmlMeetingView.whole(meeting, webex.invitees.of(meeting.id())));
  }

  private Reply list(Call call) {
    XmlRequest request = access.request(call);
    Person person = access.person(request);
    XmlList list = XmlList.read(request.content(), person);
    if (!list.host().equals(person.address()) && !XmlAccess.isAdministrator(person)) {
      throw XmlReplies.denied();
    }
    return list.of(webex);
  }

  /** Has no say in mails: whoever was invited is told. */
  private Reply delMeeting(Call call) {
    return delete(call, "meetingKey", "meet", true);
  }

  private Reply delSession(Call call) {
    XmlRequest request = access.request(call);
    boolean mail = !"false".equalsIgnoreCase(request.content().text("sendEmail"));
    return delete(call, "sessionKey", "ep", mail);
  }

  private Reply delete(Call call, String keyElement, String prefix, boolean mail) {
    XmlRequest request = access.request(call);
    Meeting meeting = access.meeting(access.person(request), request, keyElement);
    Meeting deleted = webex.store.change(meeting.id(), old -> old.deleted(webex.now()));
    if (deleted == null) {
      throw XmlReplies.unknownMeeting();
    }
    if (mail) {
      webex.mail(Outbox.Kind.CANCEL, deleted);
    }
    call.notes().changed(Effect.DELETED, meeting.id(), meeting.anyTag());
    String type = prefix.equals("ep") ? "ep:delSessionResponse" : "meet:delMeetingResponse";
    return XmlReplies.success(type, XmlNode.of(prefix, "content").add(iCalendar(prefix, deleted)));
  }

  private static XmlNode iCalendar(String prefix, Meeting meeting) {
    return XmlNode.of(prefix, "iCalendarURL")
        .add(XmlNode.text("serv", "host", meeting.webLink() + "&ICS=CMC"))
        .add(XmlNode.text("serv", "attendee", meeting.webLink() + "&ICS=MC"));
  }
}
