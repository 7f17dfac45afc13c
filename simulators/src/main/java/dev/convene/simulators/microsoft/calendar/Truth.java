package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.calendar.Event.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What really stands in the mailboxes, for checkers that do not go through Graph. */
public final class Truth {
  /** So far a series without an end is listed. */
  private static final Duration FIVE_YEARS = Duration.ofDays(1827);

  private final Mailboxes mailboxes;

  public Truth(Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
  }

  /**
   * Events, what is gone included, copies of attendees too.
   *
   * @param mailbox only of this address; null for all
   * @param ref only events that the caller has marked so; null for all
   * @param max how many are listed; the total counts all
   */
  public ObjectNode events(@Nullable String mailbox, @Nullable String ref, int max) {
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    long total = 0;
    for (Mailbox one : of(mailbox)) {
      for (Event event : one.all()) {
        if (ref == null || ref.equals(event.ref())) {
          if (total++ < max) {
            items.add(json(event));
          }
        }
      }
    }
    return answer.put("total", total);
  }

  /**
   * Mails, one for each recipient.
   *
   * @param mailbox only those from or to this address; null for all
   * @param ref only about events that the caller has marked so; null for all
   * @param max how many are listed; the total counts all
   */
  public ObjectNode outbox(@Nullable String mailbox, @Nullable String ref, int max) {
    String address = mailbox == null ? null : mailbox.toLowerCase(Locale.ROOT);
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    long total = 0;
    for (Mailbox one : mailboxes.all()) {
      for (Event event : one.all()) {
        if (ref == null || ref.equals(event.ref())) {
          for (Mailing mailing : event.mails()) {
            for (String to : mailing.recipients()) {
              boolean concerned =
                  address == null || address.equals(to) || address.equals(one.address());
              if (concerned && total++ < max) {
                items.add(json(event, mailing, to));
              }
            }
          }
        }
      }
    }
    return answer.put("total", total);
  }

  /** Marks that more than one live event has, with the events' ids. */
  public Map<String, List<String>> duplicates() {
    Map<String, List<String>> byRef = new HashMap<>();
    for (Mailbox mailbox : mailboxes.all()) {
      for (Event event : mailbox.all()) {
        String ref = event.ref();
        if (ref != null && event.state() == State.LIVE) {
          byRef.computeIfAbsent(ref, _ -> new ArrayList<>(1)).add(event.id(false));
        }
      }
    }
    byRef.values().removeIf(ids -> ids.size() < 2);
    return byRef;
  }

  private Collection<Mailbox> of(@Nullable String address) {
    return address == null
        ? mailboxes.all()
        : mailboxes.at(address).map(List::of).orElse(List.of());
  }

  private static ObjectNode json(Event event) {
    Slot slot = event.slot();
    ObjectNode json =
        Json.object()
            .put("mailbox", event.mailbox().address())
            .put("id", event.id(false))
            .put("immutableId", event.id(true))
            .put("iCalUId", event.uid().toString())
            .put("state", event.state().name().toLowerCase(Locale.ROOT))
            .put("organizer", event.organized())
            .put("subject", subject(event))
            .put("start", slot.start().toString())
            .put("startTimeZone", slot.startZone())
            .put("end", slot.end().toString())
            .put("endTimeZone", slot.endZone())
            .put("transactionId", event.transactionId())
            .put("ref", event.ref())
            .put("createdAt", event.created().toString());
    JsonNode recurrence = Content.parse(event.content()).path("recurrence");
    if (recurrence.isObject()) {
      json.set("recurrence", recurrence);
      ArrayNode starts = json.putArray("occurrences");
      Occurrences.between(slot, recurrence, slot.startAt(), slot.startAt().plus(FIVE_YEARS))
          .forEach(one -> starts.add(one.startAt().toString()));
    }
    return json;
  }

  private static ObjectNode json(Event event, Mailing mailing, String to) {
    return Json.object()
        .put("kind", mailing.kind().name().toLowerCase(Locale.ROOT))
        .put("at", mailing.at().toString())
        .put("from", event.mailbox().address())
        .put("to", to)
        .put("subject", subject(event))
        .put("comment", mailing.comment())
        .put("eventId", event.id(false))
        .put("ref", event.ref());
  }

  private static String subject(Event event) {
    return Content.parse(event.content()).path("subject").asString("");
  }
}
