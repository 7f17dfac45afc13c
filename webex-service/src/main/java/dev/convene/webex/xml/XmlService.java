package dev.convene.webex.xml;

import dev.convene.webex.calls.UnreadableAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The one address of the XML API. */
final class XmlService {

  /** In bytes; a meeting with 1,000 attendees takes some 500,000. */
  static final int LONGEST_ANSWER = 2 * 1024 * 1024;

  private static final MediaType XML = MediaType.parseMediaType("text/xml;charset=UTF-8");

  private final RestClient http;
  private final XmlProperties properties;

  XmlService(RestClient http, XmlProperties properties) {
    this.http = http.mutate().baseUrl(properties.baseUrl()).build();
    this.properties = properties;
  }

  /**
   * Sends a request and returns what comes back, of whatever status.
   *
   * @param ticket null where it is asked for
   * @throws UnreadableAnswer when the answer is too long to be one
   */
  ResponseEntity<byte[]> send(Request request, @Nullable String ticket) {
    return http.post()
        .uri("/WBXService/XMLService")
        .contentType(XML)
        .body(request.message(securityContext(ticket)))
        .exchangeForRequiredValue((_, response) -> {
          byte[] body = response.getBody().readNBytes(LONGEST_ANSWER + 1);
          if (body.length > LONGEST_ANSWER) {
            throw new UnreadableAnswer("it is too long");
          }
          return new ResponseEntity<>(body, response.getHeaders(), response.getStatusCode());
        });
  }

  private List<Element> securityContext(@Nullable String ticket) {
    List<Element> context = new ArrayList<>();
    context.add(Element.text("webExID", properties.account()));
    context.add(Element.text("siteName", properties.site()));
    if (ticket != null) {
      context.add(Element.text("sessionTicket", ticket));
    }
    return context;
  }
}
