package dev.convene.webex.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Budget & review",
        "a < b > c",
        "</confName><confName>another",
        "]]> <![CDATA[ ]]>",
        "&amp; &lt; &#38; &unknown;",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
        "\"double\" and 'single'",
        "first line\nsecond line",
        "Grüße, 日本語, 🎉, Ꝏ",
      })
  void whatPeopleWriteArrivesAsTheyWroteIt(String text) {
    assertThat(arrived(text)).isEqualTo(text);
  }

  @Test
  void charactersThatXmlCannotHoldAreLeftOut() {
    assertThat(arrived("a\u0000b\u0001c\u001Fd\uFFFEe\uD800f")).isEqualTo("abcdef");
  }

  @Test
  void aLongTextArrivesWhole() {
    String title = "&<>".repeat(167).substring(0, 500);
    assertThat(arrived(title)).isEqualTo(title).hasSize(500);
  }

  @Test
  void theMessageHasTheShapeThatWebexDocuments() {
    Request request = new Request("meeting.GetMeeting", Element.text("meetingKey", "123"));
    String message =
        new String(request.message(List.of(Element.text("siteName", "contoso"))), UTF_8);
    assertThat(message)
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<serv:message xmlns:serv=\"http://www.webex.com/schemas/2002/06/service\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<header><securityContext><siteName>contoso</siteName></securityContext></header>"
                + "<body><bodyContent"
                + " xsi:type=\"java:com.webex.service.binding.meeting.GetMeeting\">"
                + "<meetingKey>123</meetingKey></bodyContent></body></serv:message>");
  }

  private static String arrived(String text) {
    Request request = new Request("meeting.CreateMeeting", Element.text("confName", text));
    return ElementReader.read(request.message(List.of()))
        .text("body/bodyContent/confName")
        .orElseThrow();
  }
}
