package dev.convene.simulators.webex;

import dev.convene.simulators.http.Refusal;
import dev.convene.simulators.http.Reply;
import java.io.StringWriter;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Answers of the XML API: status 200 whatever happened, which the header tells. */
final class XmlReplies {
  private static final XMLOutputFactory OUTPUT = XMLOutputFactory.newDefaultFactory();

  /** Seen at Webex. */
  static final String ACCESS_DENIED = "000001";

  static final String NO_RECORD = "000015";
  static final String TOO_MANY_CALLS = "000045";
  static final String NO_SUCH_USER = "030001";
  static final String WRONG_PASSWORD = "030002";
  static final String NO_VALID_TICKET = "030047";
  static final String NO_SUCH_MEETING = "060001";
  static final String NO_PASSWORD = "060026";

  /** Ours: for what Webex refuses under a number that we have never seen. */
  static final String GUESSED = "069999";

  private XmlReplies() {}

  /**
   * A success.
   *
   * @param type the kind of answer, such as {@code meet:createMeetingResponse}
   * @param content what is in it
   */
  static Reply success(String type, XmlNode content) {
    XmlNode response = XmlNode.of("serv", "response");
    response.put("result", "SUCCESS").put("gsbStatus", "PRIMARY");
    return message(response, type, content.children());
  }

  static Reply failure(String exceptionId, String reason) {
    XmlNode response = XmlNode.of("serv", "response");
    response
        .put("result", "FAILURE")
        .put("reason", reason)
        .put("gsbStatus", "PRIMARY")
        .put("exceptionID", exceptionId);
    return message(response, null, List.of());
  }

  static Refusal refusal(String exceptionId, String reason) {
    return new Refusal(failure(exceptionId, reason));
  }

  static Refusal unknownMeeting() {
    return refusal(NO_SUCH_MEETING, "Corresponding Meeting not found");
  }

  static Refusal denied() {
    return refusal(ACCESS_DENIED, "Access denied, additional privileges are required");
  }

  static Reply noTicket() {
    return failure(NO_VALID_TICKET, "Not a valid session ticket");
  }

  static Reply tooManyCalls() {
    return failure(TOO_MANY_CALLS, "Too many requests; try again in a minute");
  }

  private static Reply message(XmlNode response, @Nullable String type, List<XmlNode> content) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = OUTPUT.createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      String service = XmlNode.NAMESPACES.get("serv");
      out.writeStartElement("serv", "message", service);
      for (var namespace : XmlNode.NAMESPACES.entrySet()) {
        out.writeNamespace(namespace.getKey(), namespace.getValue());
      }
      XmlNode.of("serv", "header").add(response).write(out);
      out.writeStartElement("serv", "body", service);
      out.writeStartElement("serv", "bodyContent", service);
      if (type != null) {
        String xsi = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;
        out.writeNamespace("xsi", xsi);
        out.writeAttribute("xsi", xsi, "type", type);
      }
      for (XmlNode node : content) {
        node.write(out);
      }
      out.writeEndDocument();
      out.flush();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return Reply.text(200, "text/xml;charset=UTF-8", text.toString());
  }
}
