package dev.convene.defaults.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.convene.defaults.messaging.Decoded.Known;
import dev.convene.defaults.messaging.Decoded.Problem;
import dev.convene.defaults.messaging.Decoded.Unreadable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside is known or unreadable, and never an exception. */
class MessageCodecTest {

  sealed interface Message permits Ordered, Shipped {}

  record Ordered(UUID id, int amount, Instant at, List<Line> lines) implements Message {
    Ordered {
      if (amount < 1) {
        throw new IllegalArgumentException("amount must be at least 1");
      }
    }
  }

  record Line(String article) {}

  record Shipped(String to) implements Message {}

  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final Envelope ENVELOPE =
      new Envelope("id-1", "order.placed.v1", "/shop", "order-1", NOON, false);
  private static final Ordered ORDERED =
      new Ordered(new UUID(1, 2), 3, NOON, List.of(new Line("tea")));

  private final MessageCodec<Message> codec =
      new MessageCodec<>(
          JsonDefaults.mapper(),
          Message.class,
          Map.of("order.placed.v1", Ordered.class, "order.shipped.v2", Shipped.class));

  @Test
  void aMessageIsReadAsItWasWritten() {
    assertThat(codec.decode(ENVELOPE.headers(), codec.encode(ORDERED)))
        .isEqualTo(new Known<Message>(ENVELOPE, ORDERED));
  }

  @Test
  void aFurtherCopySaysThatItIsOne() {
    Envelope resent = ENVELOPE.asResent();
    assertThat(codec.decode(resent.headers(), codec.encode(ORDERED)))
        .isEqualTo(new Known<Message>(resent, ORDERED));
  }

  @Test
  void headersMayBeBytesAsKafkaHasThem() {
    Map<String, Object> headers = new HashMap<>();
    ENVELOPE.headers().forEach((name, value) -> headers.put(name, value.getBytes(UTF_8)));
    assertThat(codec.decode(headers, codec.encode(ORDERED)))
        .isEqualTo(new Known<Message>(ENVELOPE, ORDERED));
  }

  @Test
  void aFieldThatIsNotKnownIsSkippedHoweverDeepItIs() {
    String body = json(ORDERED).replaceFirst("\\{", "{\"later\":{\"deep\":" + nested(400) + "},");
    assertThat(codec.decode(ENVELOPE.headers(), body.getBytes(UTF_8)))
        .isEqualTo(new Known<Message>(ENVELOPE, ORDERED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject"})
  void anAttributeThatCloudEventsRequiresMustBeThere(String name) {
    assertThat(withHeader(name, null)).isEqualTo(malformed(name + " is missing"));
    assertThat(withHeader(name, " ")).isEqualTo(malformed(name + " is missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "noon", "2026-11-30", "2026-11-30T12:00:00", "1764504000"})
  void aTimeIsWrittenAsRfc3339Says(String time) {
    assertThat(problem(withHeader("ce_time", time))).isEqualTo(Problem.ENVELOPE);
  }

  @Test
  void aTimeMayHaveAnOffset() {
    assertThat(withHeader("ce_time", "2026-11-30T13:00:00+01:00"))
        .isEqualTo(new Known<Message>(ENVELOPE, ORDERED));
  }

  @Test
  void anotherVersionOfCloudEventsIsNotGuessedAt() {
    assertThat(withHeader("ce_specversion", "2.0"))
        .isEqualTo(malformed("ce_specversion is not 1.0"));
  }

  @Test
  void aVeryLongAttributeIsRefusedAndNotRepeated() {
    String endless = "x".repeat(1_000_000);
    assertThat(withHeader("ce_id", endless))
        .isEqualTo(malformed("ce_id is longer than 1024 characters"));
    assertThat(withHeader("ce_id", endless.getBytes(UTF_8)))
        .isEqualTo(malformed("ce_id is longer than 1024 bytes"));
    assertThat(reason(withHeader("ce_type", "y".repeat(1024)))).hasSizeLessThan(200);
  }

  @Test
  void anAttributeCannotForgeALogLineOrBreakADatabase() {
    assertThat(withHeader("ce_type", "order.placed.v1\n12:00 INFO all is well"))
        .isEqualTo(malformed("ce_type has a control character"));
    assertThat(withHeader("ce_id", "a\u0000b"))
        .isEqualTo(malformed("ce_id has a control character"));
  }

  @Test
  void bytesThatAreNotUtf8AreTakenAsFarAsTheyGo() {
    assertThat(withHeader("ce_id", new byte[] {'a', (byte) 0xff}))
        .asInstanceOf(type(Known.class))
        .extracting(known -> known.envelope().id())
        .isEqualTo("a\ufffd");
  }

  @ParameterizedTest
  @CsvSource({
    "order.placed.v2, UNKNOWN_VERSION",
    "order.placed.v99, UNKNOWN_VERSION",
    "order.placed, UNKNOWN_VERSION",
    "order.shipped.v1, UNKNOWN_VERSION",
    "order.placed.very, UNKNOWN_TYPE",
    "order.lost.v1, UNKNOWN_TYPE",
    "dev.convene.Ordered, UNKNOWN_TYPE",
    "v1, UNKNOWN_TYPE"
  })
  void anotherVersionAndAnotherTypeAreToldApart(String type, Problem problem) {
    Decoded<Message> decoded = withHeader("ce_type", type);
    assertThat(problem(decoded)).isEqualTo(problem);
    assertThat(reason(decoded)).endsWith(type);
  }

  @Test
  void aTombstoneIsUnreadable() {
    assertThat(codec.decode(ENVELOPE.headers(), null))
        .isEqualTo(new Unreadable<Message>(Problem.BODY, "there is no value"));
  }

  @Test
  void noHeadersAtAllAreUnreadable() {
    assertThat(problem(codec.decode(Map.of(), new byte[0]))).isEqualTo(Problem.ENVELOPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "\"text\"",
        "[]",
        "{}",
        "{",
        "not JSON",
        "{\"id\":\"not a UUID\"}",
        "\u0000\u0001",
        "{\"amount\":1e999999999}",
        "{\"amount\":99999999999999999999}",
        "{\"at\":1e999999999}",
        "{\"at\":-99999999999999999999.9}",
        "{\"at\":\"+1000000000-12-31T23:59:60Z\"}",
        "{\"lines\":[null]}",
        "{\"lines\":{\"article\":{}}}"
      })
  void aBodyThatIsNotTheMessageIsUnreadable(String body) {
    assertThat(problem(withBody(body))).isEqualTo(Problem.BODY);
  }

  @Test
  void whatFollowsTheMessageMakesItUnreadable() {
    assertThat(problem(withBody(json(ORDERED) + "{}"))).isEqualTo(Problem.BODY);
  }

  @Test
  void veryDeepAndVeryLongValuesAreUnreadable() {
    assertThat(reason(withBody("{\"later\":" + nested(100_000) + "}")))
        .isEqualTo("does not fit order.placed.v1: a value is too deep or too long to be read");
    assertThat(problem(withBody(nested(100_000)))).isEqualTo(Problem.BODY);
    assertThat(problem(withBody("{\"amount\":" + "9".repeat(100_000) + "}")))
        .isEqualTo(Problem.BODY);
    assertThat(problem(withBody("{\"" + "n".repeat(1_000_000) + "\":1}"))).isEqualTo(Problem.BODY);
  }

  @Test
  void theReasonSaysWhereTheTroubleIsAndNeverRepeatsTheValue() {
    assertThat(reason(withBody(json(ORDERED).replace("\"amount\":3", "\"amount\":0"))))
        .isEqualTo("does not fit order.placed.v1: amount must be at least 1");
    assertThat(reason(withBody(json(ORDERED).replace("\"tea\"", "{\"secret\":1}"))))
        .isEqualTo(
            "does not fit order.placed.v1: lines[0].article is missing, or not what belongs there");
    assertThat(reason(withBody(json(ORDERED).replace("2026-", "secret"))))
        .isEqualTo("does not fit order.placed.v1: at is missing, or not what belongs there");
    assertThat(reason(withBody("{\"id\":\n secret")))
        .isEqualTo("does not fit order.placed.v1: not JSON from line 2, column 2");
    assertThat(reason(withBody("\"secret\"")))
        .isEqualTo("does not fit order.placed.v1: not the JSON object that belongs there");
  }

  private Decoded<Message> withHeader(String name, Object value) {
    Map<String, Object> headers = new HashMap<>(ENVELOPE.headers());
    headers.put(name, value);
    return codec.decode(headers, codec.encode(ORDERED));
  }

  private Decoded<Message> withBody(String body) {
    return codec.decode(ENVELOPE.headers(), body.getBytes(UTF_8));
  }

  private String json(Message message) {
    return new String(codec.encode(message), UTF_8);
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static Unreadable<Message> malformed(String reason) {
    return new Unreadable<>(Problem.ENVELOPE, reason);
  }

  private static Problem problem(Decoded<Message> decoded) {
    return ((Unreadable<Message>) decoded).problem();
  }

  private static String reason(Decoded<Message> decoded) {
    return ((Unreadable<Message>) decoded).reason();
  }
}
