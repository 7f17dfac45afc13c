package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Topics;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People sign in with Microsoft, and see what is theirs. */
@EndToEnd
class SignInStory {

  private final Convene convene;

  SignInStory(Convene convene) {
    this.convene = convene;
  }

  @Test
  void whoSignsInSchedulesWithTheirOwnNameAndOthersDoNotSeeIt() {
    Visitor alice = convene.visitor();
    alice.signIn("alice@contoso.example");
    JsonNode me = alice.json("me");
    assertThat(me.path("email").stringValue()).isEqualTo("alice@contoso.example");
    assertThat(me.path("scopes").toString()).doesNotContain("operations");

    String id = alice.schedule(aMeetingRequest().hostedBy("alice@contoso.example"));

    assertThat(requestedBy(id).path("subject").stringValue())
        .isEqualTo(me.path("subject").stringValue());
    assertThat(requestedBy(id).path("email").stringValue()).isEqualTo("alice@contoso.example");
    assertThat(requestedBy(id).path("mode").stringValue()).isEqualTo("delegated");
    Visitor carol = convene.visitor();
    carol.signIn("carol@contoso.example");
    assertThat(alice.api("meetings/" + id).statusCode()).isEqualTo(200);
    assertThat(carol.api("meetings/" + id).statusCode()).isEqualTo(404);
    assertThat(carol.json("meetings").toString()).doesNotContain(id);
    assertThat(carol.api("operations/summary").statusCode()).isEqualTo(403);
    assertThat(convene.visitor().api("meetings/" + id).statusCode()).isEqualTo(401);
  }

  @Test
  void anOperatorSeesAll() {
    String id = convene.gateway().schedule(aMeetingRequest().hostedBy(convene.newMailbox("host")));
    JsonNode meeting = convene.gateway().ended(id, "SCHEDULED");
    assertThat(meeting.at("/join/password").stringValue()).isNotBlank();
    Visitor dave = convene.visitor();
    dave.signIn("dave@contoso.example");

    JsonNode seen = dave.json("meetings/" + id);

    assertThat(seen.at("/join/webLink").stringValue()).isNotBlank();
    assertThat(seen.path("join").has("password")).isFalse();
    assertThat(dave.api("operations/summary").statusCode()).isEqualTo(200);
  }

  private JsonNode requestedBy(String id) {
    return convene
        .kafka()
        .about(id, Topics.SCHEDULING_COMMANDS, "meeting.schedule.v1")
        .findFirst()
        .map(record ->
            JsonMapper.shared().readTree(new String(record.value(), StandardCharsets.UTF_8)))
        .orElseThrow()
        .path("requestedBy");
  }
}
