package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.local.DemoClient;
import dev.convene.simulators.seeds.Seeds;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Nothing secret is in what the system writes. It looks at all that there is so far, and so comes
 * after the other stories; what it needs to find something it does itself.
 */
@EndToEnd
@Order(Integer.MAX_VALUE)
class SecretsStory {

  /** What is signed and can be used: a header and claims in JSON, in Base64. */
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]+");

  private final Convene convene;

  SecretsStory(Convene convene) {
    this.convene = convene;
  }

  @Test
  void noTokenSecretOrPasswordIsInALogOrATopic() throws IOException {
    Map<String, String> secrets = secrets();
    List<String> found = new ArrayList<>();
    int places = 0;
    try (Stream<Path> logs = Files.list(convene.stack().logs())) {
      for (Path log : logs.toList()) {
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        look(log.getFileName().toString(), text, secrets, found);
        places++;
      }
    }
    for (String topic : convene.kafka().topics()) {
      for (ConsumerRecord<byte[], byte[]> record : convene.kafka().read(topic)) {
        look(topic, text(record), secrets, found);
        places++;
      }
    }

    assertThat(places).isGreaterThan(10);
    assertThat(found).isEmpty();
  }

  /** By what each is. */
  private Map<String, String> secrets() throws IOException {
    Map<String, String> secrets = new HashMap<>();
    secrets.put("the demo clients' secret", DemoClient.SECRET);
    secrets.put("Webex's client secret", Seeds.WEBEX.secret());
    secrets.put("Microsoft's client secret", Seeds.CALENDAR.secret());
    secrets.put("Webex's refresh token", Seeds.WEBEX_REFRESH_TOKEN);
    Properties own = new Properties();
    try (Reader reader =
        Files.newBufferedReader(convene.stack().logs().resolveSibling("secrets.properties"))) {
      own.load(reader);
    }
    own.forEach((name, value) -> secrets.put(name.toString(), value.toString()));
    // Part of it is enough for whoever wants it.
    secrets.replaceAll((_, value) ->
        value.startsWith("{")
            ? value.replaceAll("(?s).*\"value\" ?: ?\"([^\"]+)\".*", "$1")
            : value);
    Visitor alice = convene.visitor();
    alice.signIn("alice@contoso.example");
    secrets.put("a session", alice.cookie("convene-session"));
    String id = convene.gateway().schedule(aMeetingRequest().hostedBy(convene.newMailbox("host")));
    JsonNode join = convene.gateway().ended(id, "SCHEDULED").path("join");
    secrets.put("a meeting's password", join.path("password").stringValue());
    assertThat(secrets).hasSizeGreaterThan(8);
    assertThat(secrets.values()).allMatch(secret -> secret.length() >= 6);
    return secrets;
  }

  private static void look(
      String place, String text, Map<String, String> secrets, List<String> found) {
    secrets.forEach((what, secret) -> {
      if (text.contains(secret)) {
        found.add(what + " in " + place);
      }
    });
    Matcher token = TOKEN.matcher(text);
    if (token.find()) {
      found.add("a token in " + place + ": " + token.group().substring(0, 12));
    }
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    StringBuilder text = new StringBuilder();
    append(text, record.key());
    append(text, record.value());
    for (Header header : record.headers()) {
      append(text.append(header.key()), header.value());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, byte[] bytes) {
    if (bytes != null) {
      text.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
    }
  }
}
