package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.time.Duration;
import java.util.Optional;

/** The user service of the XML API: {@code AuthenticateUser} and {@code GetUser}. */
final class XmlUsers {
  private final Webex webex;
  private final XmlAccess access;

  XmlUsers(Webex webex, XmlAccess access) {
    this.webex = webex;
    this.access = access;
  }

  void routes(Router router) {
    router
        .on("POST", XmlApi.PATH + "/user.AuthenticateUser", this::authenticate)
        .on("POST", XmlApi.PATH + "/user.GetUser", this::read);
  }

  /** Sites with single sign-on have no passwords, so here only access tokens count. */
  private Reply authenticate(Call call) {
    XmlRequest request = access.request(call);
    Caller caller = webex.tokens.caller(request.content().text("accessToken"));
    Person person = caller == null ? null : caller.user();
    if (caller == null
        || person == null
        || !caller.may("spark:all")
        || !person.address().equals(XmlAccess.address(request.account()))) {
      return XmlReplies.failure(XmlReplies.WRONG_PASSWORD, "Incorrect user or password");
    }
    XmlTickets.Ticket ticket = webex.tickets.issue(caller, person);
    return XmlReplies.success(
        "use:authenticateUserResponse",
        XmlNode.of("use", "content")
            .put("sessionTicket", ticket.value())
            .put("createTime", ticket.created().toEpochMilli())
            .put("timeToLive", Duration.between(ticket.created(), ticket.ends()).toSeconds()));
  }

  private Reply read(Call call) {
    XmlRequest request = access.request(call);
    Person person = access.person(request);
    Optional<Person> found =
        Seeds.find(XmlAccess.address(request.content().text("webExId")))
            .filter(Person::webexLicence);
    if (found.isEmpty()) {
      return XmlReplies.failure(XmlReplies.NO_SUCH_USER, "The user was not found");
    }
    if (!found.get().equals(person) && !XmlAccess.isAdministrator(person)) {
      throw XmlReplies.denied();
    }
    String address = found.get().address();
    XmlNode user = XmlNode.of("use", "content");
    user.put("webExId", address).put("email", address).put("active", "ACTIVATED");
    user.put(
        "schedulingPermission", String.join(";", webex.preferences.of(address).delegateEmails()));
    XmlNode hosts = user.in("scheduleFor");
    webex.preferences.hostsOf(address).forEach(host -> hosts.put("webExID", host));
    return XmlReplies.success("use:getUserResponse", user);
  }
}
