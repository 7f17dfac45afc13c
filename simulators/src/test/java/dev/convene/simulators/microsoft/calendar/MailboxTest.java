package dev.convene.simulators.microsoft.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.simulators.control.Settings;
import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.TestClock;
import dev.convene.simulators.microsoft.odata.Filter;
import dev.convene.simulators.microsoft.odata.Refused;
import dev.convene.simulators.microsoft.settings.Switches;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MailboxTest {
  private final Mailboxes mailboxes = new Mailboxes();
  private final Calendars calendars =
      new Calendars(
          mailboxes, Groups.NONE, Switches.of(new Settings()), new TestClock(), new Audit());
  private final Mailbox alice = mailboxes.at("Alice@Contoso.example").orElseThrow();

  @Test
  void equalCreatesAtTheSameTimeMakeOneEvent() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    Set<Integer> numbers = new HashSet<>();
    int fresh = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Calendars.Made>> made = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        made.add(
            threads.submit(() -> {
              start.await();
              return calendars.create(alice, request("t", "a"));
            }));
      }
      start.countDown();
      for (Future<Calendars.Made> one : made) {
        numbers.add(one.get().event().number());
        fresh += one.get().again() ? 0 : 1;
      }
    }

    assertThat(numbers).hasSize(1);
    assertThat(fresh).isEqualTo(1);
    assertThat(alice.size()).isEqualTo(1);
  }

  @Test
  void aTransactionIdIsAMailboxsOwn() {
    calendars.create(alice, request("t", "a"));
    Mailbox bob = mailboxes.at("bob@contoso.example").orElseThrow();

    assertThat(calendars.create(bob, request("t", "b")).again()).isFalse();
    assertThatThrownBy(() -> calendars.create(alice, request("t", "b")))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("ErrorDuplicateTransactionId");
  }

  @Test
  void anEventIsFoundByItsMarkAmongMany() {
    for (int i = 0; i < 1000; i++) {
      calendars.create(alice, request("t" + i, "mark-" + i));
    }
    Filter filter =
        Filter.parse(
            "singleValueExtendedProperties/Any(ep: ep/id eq"
                + " 'String {0c7f4b5e-2d43-4a0b-9a55-6d2a8f1e7c11} Name meetingRef'"
                + " and ep/value eq 'MARK-17')");

    assertThat(EventQuery.find(alice, filter, List.of()))
        .extracting(Event::number)
        .containsExactly(17);
  }

  @Test
  void twoChangesAtOnceAreBothMade() throws Exception {
    Event event = calendars.create(alice, request("t", "a")).event();
    String id = event.id(false);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> one =
          threads.submit(() -> calendars.patch(alice, id, json("{'subject': 's'}"), null));
      Future<?> two =
          threads.submit(() -> calendars.patch(alice, id, json("{'importance': 'high'}"), null));
      one.get();
      two.get();
    }

    ObjectNode content = Content.parse(calendars.find(alice, id).content());
    assertThat(content.path("subject").stringValue()).isEqualTo("s");
    assertThat(content.path("importance").stringValue()).isEqualTo("high");
  }

  @Test
  void aNullInAChangeClears() {
    Event event =
        calendars
            .create(
                alice,
                json(
                    "{'start': {'dateTime': '2027-03-01T10:00:00', 'timeZone': 'UTC'},"
                        + " 'end': {'dateTime': '2027-03-01T11:00:00', 'timeZone': 'UTC'},"
                        + " 'location': {'displayName': 'Here'}}"))
            .event();

    Event after = calendars.patch(alice, event.id(false), json("{'location': null}"), null);

    assertThat(Content.parse(event.content()).path("locations")).hasSize(1);
    assertThat(Content.parse(after.content()).path("locations")).isEmpty();
    assertThat(Content.parse(after.content()).path("location").path("displayName").stringValue())
        .isEmpty();
  }

  private static ObjectNode request(String transactionId, String mark) {
    return json(
        ("{'subject': 'x', 'transactionId': '%s',"
                + "'start': {'dateTime': '2027-03-01T10:00:00', 'timeZone': 'UTC'},"
                + "'end': {'dateTime': '2027-03-01T11:00:00', 'timeZone': 'UTC'},"
                + "'singleValueExtendedProperties': [{'id':"
                + "'String {0c7f4b5e-2d43-4a0b-9a55-6d2a8f1e7c11} Name meetingRef',"
                + "'value': '%s'}]}")
            .formatted(transactionId, mark));
  }

  private static ObjectNode json(String json) {
    return (ObjectNode) Json.MAPPER.readTree(json.replace('\'', '"'));
  }
}
