package dev.convene.simulators.webex;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;

/** A caller of the XML API, as its documentation has one. */
final class XmlWeb {
  private final XmlTarget target;
  final String account;
  private final Web web;
  private String ticket = "";

  XmlWeb(XmlTarget target, String account) {
    this.target = target;
    this.account = account;
    this.web = new Web(target.base(), "");
  }

  /**
   * What was answered.
   *
   * @param message all of it, read
   */
  record Answer(int status, XmlElement message) {
    boolean success() {
      return "SUCCESS".equals(message.text("header/response/result"));
    }

    String exceptionId() {
      return message.text("header/response/exceptionID");
    }

    String text(String path) {
      return message.text("body/bodyContent/" + path);
    }

    XmlElement content() {
      return message.at("body/bodyContent");
    }
  }

  XmlWeb signedIn() {
    Answer answer =
        ask("user.AuthenticateUser", "<accessToken>" + target.accessToken() + "</accessToken>");
    assertThat(answer.success()).as(answer.toString()).isTrue();
    ticket = answer.text("sessionTicket");
    return this;
  }

  XmlWeb with(String otherTicket) {
    ticket = otherTicket;
    return this;
  }

  Answer ask(String operation, String content) {
    String security =
        "<webExID>%s</webExID><siteName>%s</siteName>".formatted(account, target.site())
            + (ticket.isEmpty() ? "" : "<sessionTicket>" + ticket + "</sessionTicket>");
    return send(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <header><securityContext>%s</securityContext></header>
          <body>
            <bodyContent xsi:type="java:com.webex.service.binding.%s">%s</bodyContent>
          </body>
        </serv:message>
        """
            .formatted(security, operation, content));
  }

  Answer send(String message) {
    Web.Answer answer = web.xml("/WBXService/XMLService", message);
    try {
      return new Answer(
          answer.status(), XmlElement.read(answer.body().getBytes(StandardCharsets.UTF_8)));
    } catch (XMLStreamException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
