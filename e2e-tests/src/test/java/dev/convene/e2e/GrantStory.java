package dev.convene.e2e;

import static dev.convene.e2e.MeetingRequest.aMeetingRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.local.process.Part;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** People schedule with their own rights, for as long as they grant them. */
@EndToEnd
@Isolated("it stops auth-service, which all stories share")
class GrantStory {

  private final Convene convene;

  GrantStory(Convene convene) {
    this.convene = convene;
  }

  @Test
  void whatAPersonSchedulesIsDoneWithTheirOwnTokensAndASystemsWithConvenesOwn() {
    String mailbox = convene.newMailbox("person");
    Visitor person = connected(mailbox);

    String own = person.schedule(aMeetingRequest().hostedBy(mailbox));
    String systems = convene.gateway().schedule(aMeetingRequest().hostedBy(mailbox));

    person.ended(own, "SCHEDULED");
    convene.gateway().ended(systems, "SCHEDULED");
    assertThat(convene.webex().creators(own)).containsExactly(mailbox);
    assertThat(convene.outlook().creators(own)).containsExactly(mailbox);
    assertThat(convene.webex().creators(systems)).containsExactly("application");
    assertThat(convene.outlook().creators(systems)).containsExactly("application");
  }

  @Test
  void aGrantThatDiesWhileMeetingsWaitIsSaidAndTheyCompleteAfterReconnecting() {
    String mailbox = convene.newMailbox("person");
    Visitor person = connected(mailbox);
    convene.webex().busy(mailbox);
    List<String> waiting =
        Stream.of("09:00", "11:00", "13:00")
            .map(time -> person.schedule(aMeetingRequest().hostedBy(mailbox).tomorrowAt(time)))
            .toList();
    waiting.forEach(id -> person.reason(id, "webex.throttled"));

    convene.webex().revokes(mailbox);

    for (String id : waiting) {
      JsonNode meeting = person.reason(id, "webex.needs-reconnecting");
      assertThat(meeting.path("status").stringValue()).isEqualTo("DELAYED");
      assertThat(meeting.path("timeline").toString())
          .contains("webex.needs-reconnecting", convene.stack().auth() + "/accounts");
    }
    assertThat(convene.webex().effects(mailbox)).isEmpty();

    convene.webex().obliges();
    person.connectWebex(mailbox);

    for (String id : waiting) {
      person.ended(id, "SCHEDULED");
      assertThat(convene.webex().creators(id)).containsExactly(mailbox);
      assertThat(convene.outlook().events(id)).hasSize(1);
    }
  }

  @Test
  void withoutAuthServiceSignedInPeopleAndSystemsGoOn() {
    String mailbox = convene.newMailbox("person");
    Visitor person = connected(mailbox);
    person.ended(person.schedule(aMeetingRequest().hostedBy(mailbox)), "SCHEDULED");
    convene.gateway().schedule(aMeetingRequest().hostedBy(mailbox).tomorrowAt("12:00"));
    Part auth = convene.stack().part("auth-service");

    auth.kill();
    try {
      String own = person.schedule(aMeetingRequest().hostedBy(mailbox).tomorrowAt("14:00"));
      String systems =
          convene.gateway().schedule(aMeetingRequest().hostedBy(mailbox).tomorrowAt("16:00"));

      person.ended(own, "SCHEDULED");
      convene.gateway().ended(systems, "SCHEDULED");
      assertThat(convene.webex().creators(own)).containsExactly(mailbox);
    } finally {
      auth.start();
    }
  }

  private Visitor connected(String mailbox) {
    Visitor person = convene.visitor();
    person.signIn(mailbox);
    person.connectWebex(mailbox);
    return person;
  }
}
