package dev.convene.gateway.meetings;

import static dev.convene.gateway.servers.Requests.aMeetingOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.convene.contracts.Topics;
import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Events;
import dev.convene.gateway.servers.Issuer;
import dev.convene.gateway.servers.Servers;
import dev.convene.gateway.servers.Topic;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is not one's own is not there. */
class OwnershipIT {

  private static final String[] PORTAL = {"meetings.read", "meetings.write"};

  private final Issuer issuer = Issuer.shared();
  private final Api any = new Api(Servers.gateway());
  private final String bob = "bob-" + UUID.randomUUID() + "@example.com";
  private final Api asBob = any.with(issuer.person(bob, PORTAL));
  private final String alice = "alice-" + UUID.randomUUID() + "@example.com";
  private final Api asAlice = any.with(issuer.person(alice, PORTAL));

  private static String newClient() {
    return "client-" + UUID.randomUUID();
  }

  private Api system(String clientId) {
    return any.with(
        issuer.system(clientId, "meetings.read", "meetings.write", "meetings.write.any-host"));
  }

  private static List<String> listed(Api api, String query) {
    HttpResponse<String> answer = api.get("/api/v1/meetings" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.json(answer).get("meetings").findValuesAsString("id");
  }

  private void assertSeenBy(Api api, UUID id) {
    assertThat(api.get("/api/v1/meetings/" + id).statusCode()).isEqualTo(200);
    assertThat(listed(api, "")).contains(id.toString());
  }

  private void assertNotThereFor(Api api, UUID id) {
    for (String path : List.of("/api/v1/meetings/" + id, "/api/v1/meetings/" + id + "/events")) {
      HttpResponse<String> answer = api.get(path);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
      assertThat(Api.json(answer).get("type").stringValue())
          .isEqualTo("urn:convene:problem:meeting-not-found");
      // Exactly as for one that was never there.
      assertThat(answer.body())
          .isEqualTo(api.get(path.replace(id.toString(), UUID.randomUUID().toString())).body());
    }
    assertThat(listed(api, "")).doesNotContain(id.toString());
    assertThat(listed(api, "?host=" + bob)).doesNotContain(id.toString());
    assertThat(listed(api, "?status=ACCEPTED,SCHEDULED,FAILED&limit=200"))
        .doesNotContain(id.toString());
  }

  @Test
  void aPersonSeesWhatSheAskedForAndWhatSheHosts() {
    UUID own = asAlice.schedule(aMeetingOf(alice));
    UUID askedForByASystem = system(newClient()).schedule(aMeetingOf(alice));

    for (UUID id : List.of(own, askedForByASystem)) {
      assertSeenBy(asAlice, id);
      assertNotThereFor(asBob, id);
      assertNotThereFor(system(newClient()), id);
    }
  }

  @Test
  void nobodySchedulesInSomebodyElsesCalendar() {
    HttpResponse<String> answer = asAlice.post(aMeetingOf(bob));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Api.json(answer).get("type").stringValue())
        .isEqualTo("urn:convene:problem:host-not-allowed");
    assertThat(listed(asBob, "")).isEmpty();
  }

  @Test
  void aSystemSeesOnlyItsOwn() {
    String crm = newClient();
    UUID id = system(crm).schedule(aMeetingOf(bob));

    assertSeenBy(system(crm), id);
    assertNotThereFor(system(newClient()), id);
    assertNotThereFor(asAlice, id);
    assertSeenBy(asBob, id); // it is his calendar
  }

  @Test
  void ownAndHostedMeetingsMakeOneListInOrder() {
    UUID first = asBob.schedule(aMeetingOf(bob));
    UUID second = system(newClient()).schedule(aMeetingOf(bob));
    UUID third = asBob.schedule(aMeetingOf(bob));
    system(newClient()).schedule(aMeetingOf("another-" + bob));

    assertThat(listed(asBob, ""))
        .containsExactly(third.toString(), second.toString(), first.toString());
    assertThat(listed(asBob, "?host=" + bob))
        .containsExactly(third.toString(), second.toString(), first.toString());
    assertThat(listed(asBob, "?host=another-" + bob)).isEmpty();
    JsonNode page = Api.json(asBob.get("/api/v1/meetings?limit=2"));
    assertThat(listed(asBob, "?limit=2&cursor=" + page.get("next").stringValue()))
        .containsExactly(first.toString());
  }

  @Test
  void operationsSeeAllButJoinPasswords() {
    UUID id = asBob.schedule(aMeetingOf(bob));
    new Topic(Servers.broker(), Topics.WEBEX_EVENTS).write(bob, new Events(id).created(1));
    await().untilAsserted(() -> assertThat(asBob.show(id).has("join")).isTrue());
    String dave = "dave-" + UUID.randomUUID() + "@example.com";
    Api operations =
        any.with(issuer.person(dave, "meetings.read", "meetings.write", "operations.read"));

    assertThat(asBob.show(id).at("/join/password").stringValue()).isEqualTo("secret-word");
    JsonNode seen = operations.show(id);
    assertThat(seen.at("/join/webLink").stringValue()).isNotBlank();
    assertThat(seen.get("join").has("password")).isFalse();
    assertThat(seen.get("join").has("phonePassword")).isFalse();
    assertThat(listed(operations, "?host=" + bob)).contains(id.toString());
    assertThat(listed(operations, "?mine=true")).isEmpty();
    UUID own = operations.schedule(aMeetingOf(dave));
    assertThat(listed(operations, "?mine=true")).containsExactly(own.toString());
  }

  @Test
  void aSystemSchedulesOnlyForHostsThatItIsRegisteredFor() {
    String crm = newClient();
    Api registered =
        any.with(
            issuer.token(
                issuer
                    .claims(crm, crm, "meetings.read", "meetings.write")
                    .claim("hosts", List.of(bob))
                    .build()));

    assertThat(registered.post(aMeetingOf(bob)).statusCode()).isEqualTo(202);
    HttpResponse<String> answer = registered.post(aMeetingOf("another-" + bob));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Api.json(answer).get("type").stringValue())
        .isEqualTo("urn:convene:problem:host-not-allowed");
    assertThat(listed(registered, "")).hasSize(1);
  }

  @Test
  void anIdempotencyKeyIsItsOwnersAlone() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> request = aMeetingOf(bob);
    Map<String, Object> another = aMeetingOf(bob);
    String client = newClient();

    String first = system(client).post(request, "Idempotency-Key", key).body();

    assertThat(system(client).post(request, "Idempotency-Key", key).body()).isEqualTo(first);
    assertThat(asBob.post(another, "Idempotency-Key", key).statusCode()).isEqualTo(202);
    assertThat(system(newClient()).post(another, "Idempotency-Key", key).statusCode())
        .isEqualTo(202);
    assertThat(asBob.post(request, "Idempotency-Key", key).statusCode()).isEqualTo(422);
  }

  @Test
  void aCommandSaysWhoAskedAndWithWhoseRights() {
    String crm = newClient();
    UUID bobs = asBob.schedule(aMeetingOf(bob));
    UUID crms = system(crm).schedule(aMeetingOf(bob));
    Topic commands = new Topic(Servers.broker(), Topics.SCHEDULING_COMMANDS);

    await().untilAsserted(() -> assertThat(commands.about(bobs)).hasSize(1));
    await().untilAsserted(() -> assertThat(commands.about(crms)).hasSize(1));
    JsonNode bobsRequester = Topic.body(commands.about(bobs).getFirst()).get("requestedBy");
    assertThat(bobsRequester.get("subject").stringValue()).isEqualTo(Issuer.subjectOf(bob));
    assertThat(bobsRequester.get("client").stringValue()).isEqualTo("convene-portal");
    assertThat(bobsRequester.get("email").stringValue()).isEqualTo(bob);
    assertThat(bobsRequester.get("mode").stringValue()).isEqualTo("delegated");
    JsonNode crmsRequester = Topic.body(commands.about(crms).getFirst()).get("requestedBy");
    assertThat(crmsRequester.get("subject").stringValue()).isEqualTo(crm);
    assertThat(crmsRequester.has("email")).isFalse();
    assertThat(crmsRequester.get("mode").stringValue()).isEqualTo("application");
  }

  @Test
  void whatWasAcceptedBeforeThereWasASignInIsSeenByItsHostAndByOperations() {
    UUID id = any.schedule(aMeetingOf(bob));
    Servers.database().run("update meeting set owner = 'nobody' where id = '" + id + "'");

    assertSeenBy(asBob, id);
    assertNotThereFor(asAlice, id);
    assertNotThereFor(system("nobody"), id);
    assertThat(any.get("/api/v1/meetings/" + id).statusCode()).isEqualTo(200);
  }
}
