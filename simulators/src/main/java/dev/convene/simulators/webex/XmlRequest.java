package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A request of the XML API.
 *
 * @param operation service and operation, such as {@code meeting.CreateMeeting}
 * @param security the security context
 * @param content the body content
 */
record XmlRequest(String operation, XmlElement security, XmlElement content) {

  /** The request in this call; null when there is none that can be read. */
  static @Nullable XmlRequest in(Call call) {
    try {
      XmlElement message = XmlElement.read(call.body());
      XmlElement security = message.at("header/securityContext");
      XmlElement content = message.at("body/bodyContent");
      return !message.name().equals("message")
              || security == null
              || content == null
              || content.type() == null
          ? null
          : new XmlRequest(operation(content.type()), security, content);
    } catch (XMLStreamException _) {
      return null;
    }
  }

  /** Of {@code java:com.webex.service.binding.meeting.CreateMeeting} the last two words. */
  private static String operation(String type) {
    String[] words = type.strip().split("\\.", -1);
    return words.length < 2 ? type : words[words.length - 2] + "." + words[words.length - 1];
  }

  /** Who says to be calling. */
  @Nullable String account() {
    String id = security.text("webExID");
    return id == null ? security.text("email") : id;
  }
}
