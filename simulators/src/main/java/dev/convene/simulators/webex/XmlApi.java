package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;

/**
 * Webex's XML API. All its operations are sent to one address; here each has one of its own behind
 * it, {@code /WBXService/XMLService/meeting.CreateMeeting}, so that faults and the journal can tell
 * them apart.
 */
final class XmlApi {
  static final String PATH = "/WBXService/XMLService";

  private final Webex webex;
  private final XmlAccess access;

  XmlApi(Webex webex) {
    this.webex = webex;
    this.access = new XmlAccess(webex);
  }

  void routes(Router router) {
    new XmlUsers(webex, access).routes(router);
    new XmlMeetings(webex, access).routes(router);
    router.on("POST", PATH, this::unknown).on("POST", PATH + "/{operation}", this::unknown);
  }

  /** The call as if it had come in at its operation's own address. */
  static Call told(Call call) {
    XmlRequest request = XmlRequest.in(call);
    return request == null
        ? call
        : new Call(call.method(), PATH + "/" + request.operation(), call.headers(), call.body());
  }

  static boolean takes(Call call) {
    return call.path().startsWith(PATH);
  }

  private Reply unknown(Call call) {
    XmlRequest request = access.request(call);
    return XmlReplies.failure(
        XmlReplies.GUESSED, "There is no operation " + request.operation() + " here");
  }
}
