package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.http.Json;
import dev.convene.simulators.microsoft.odata.Filter;
import dev.convene.simulators.microsoft.odata.Filter.Operator;
import dev.convene.simulators.microsoft.odata.Filter.Term;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds a mailbox's events by the filters and orders that Graph's calendar takes. */
public final class EventQuery {
  private EventQuery() {}

  /**
   * What the calendar shows and the filter lets through, in the order asked for.
   *
   * @param orderBy terms such as {@code start/dateTime desc}
   * @throws dev.convene.simulators.microsoft.odata.Refused at a term that Graph would not take
   */
  public static List<Event> find(Mailbox mailbox, Filter filter, List<String> orderBy) {
    Stream<Event> events = candidates(mailbox, filter).stream().filter(Event::listed);
    for (Term term : filter.terms()) {
      events = events.filter(event -> holds(event, term));
    }
    Comparator<Event> order = order(orderBy);
    return events.sorted(order).toList();
  }

  /** By the index where there is one. */
  private static List<Event> candidates(Mailbox mailbox, Filter filter) {
    for (Term term : filter.terms()) {
      if (term instanceof Term.Extended(String id, Operator operator, String value)
          && operator == Operator.EQ) {
        return mailbox.tagged(id, value);
      }
    }
    // Every term is looked at once, so that a wrong one is refused even when there are no events.
    filter.terms().forEach(term -> operand(term));
    return mailbox.all();
  }

  private static boolean holds(Event event, Term term) {
    return switch (term) {
      case Term.Extended(String id, Operator operator, String value) ->
          event.properties().stream()
              .filter(one -> one.id().equals(id))
              .anyMatch(one -> operator.holds(lower(one.value()), lower(value)));
      case Term.Property property ->
          property.operator().holds(actual(event, property.path()), operand(property));
    };
  }

  private static String actual(Event event, String path) {
    return switch (path) {
      case "iCalUId" -> event.uid().toString();
      case "start/dateTime" -> Slot.utcText(event.slot().startAt());
      case "end/dateTime" -> Slot.utcText(event.slot().endAt());
      case "subject" -> lower(subject(event));
      default -> throw unsupported(path);
    };
  }

  /** What the term compares with, in the form in which {@link #actual} answers. */
  private static String operand(Term term) {
    return switch (term) {
      case Term.Extended(_, _, String value) -> lower(value);
      case Term.Property property ->
          switch (property.path()) {
            case "iCalUId" -> property.value();
            case "start/dateTime", "end/dateTime" -> Slot.utcText(instant(property.value()));
            case "subject" -> lower(property.value());
            default -> throw unsupported(property.path());
          };
    };
  }

  private static Instant instant(String text) {
    String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    LocalDateTime time = Slot.localTime(local.length() == 10 ? local + "T00:00:00" : local);
    return time.toInstant(ZoneOffset.UTC);
  }

  private static Comparator<Event> order(List<String> orderBy) {
    Comparator<Event> order = (_, _) -> 0;
    for (String term : orderBy) {
      List<String> words = List.of(term.split("\\s+", -1));
      Comparator<Event> one =
          switch (words.getFirst()) {
            case "start/dateTime" -> Comparator.comparing(event -> event.slot().startAt());
            case "end/dateTime" -> Comparator.comparing(event -> event.slot().endAt());
            case "createdDateTime" -> Comparator.comparing(Event::created);
            case "lastModifiedDateTime" -> Comparator.comparing(Event::modified);
            case "subject" -> Comparator.comparing(EventQuery::subject);
            default -> throw unsupported(words.getFirst());
          };
      order = order.thenComparing(words.getLast().equals("desc") ? one.reversed() : one);
    }
    return order;
  }

  private static String subject(Event event) {
    return Json.MAPPER.readTree("{" + event.content() + "}").path("subject").asString("");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static RuntimeException unsupported(String path) {
    return GraphErrors.invalidFilter(
            "The property '" + path + "' cannot be filtered or ordered by.")
        .refused();
  }
}
