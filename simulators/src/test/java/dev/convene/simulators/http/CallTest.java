package dev.convene.simulators.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTest {
  private static Call call(String target, String body, String... headers) {
    Map<String, String> map =
        headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1], headers[2], headers[3]);
    return new Call("post", target, map, body.getBytes(UTF_8));
  }

  @Test
  void queriesAreDecodedAndTheFirstOfSeveralCounts() {
    Call call = call("/p?%24filter=a+eq%20%27b%27&x=1&x=2&empty=&flag", "");

    assertThat(call.query("$filter")).isEqualTo("a eq 'b'");
    assertThat(call.query("x")).isEqualTo("1");
    assertThat(call.query("empty")).isEmpty();
    assertThat(call.query("flag")).isEmpty();
    assertThat(call.query("none")).isNull();
  }

  @Test
  void whatIsWronglyEncodedIsTakenAsItStands() {
    assertThat(call("/a%zz?b=%", "").path()).isEqualTo("/a%zz");
    assertThat(call("/a%zz?b=%", "").query("b")).isEqualTo("%");
  }

  @Test
  void headersAreFoundWhateverTheirCase() {
    Call call = call("/", "", "authorization", "bearer abc", "HOST", "sim:1");

    assertThat(call.bearer()).isEqualTo("abc");
    assertThat(call.baseUrl()).isEqualTo("http://sim:1");
  }

  @Test
  void aBodyThatIsNoJsonIsNull() {
    assertThat(call("/", "{\"a\": 1}").json().path("a").intValue()).isEqualTo(1);
    assertThat(call("/", "{\"a\": ").json()).isNull();
    assertThat(call("/", "").json()).isNull();
  }

  @Test
  void aPartOfACallHasItsTokenButNotItsOtherHeaders() {
    Call whole = call("/batch", "", "Authorization", "Bearer abc", "Prefer", "x");

    Call part = whole.within("GET", "/me", Map.of("Accept", "json"), new byte[0]);

    assertThat(part.bearer()).isEqualTo("abc");
    assertThat(part.header("prefer")).isNull();
    assertThat(part.header("accept")).isEqualTo("json");
  }
}
