package dev.convene.simulators.webex;

import dev.convene.simulators.seeds.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The session tickets of the XML API. */
final class XmlTickets {
  private final InstantSource clock;
  private final WebexSettings settings;
  private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

  /**
   * @param accessToken that it was got for, without which it is worth nothing
   */
  record Ticket(String value, Caller accessToken, Person person, Instant created, Instant ends) {}

  XmlTickets(InstantSource clock, WebexSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  Ticket issue(Caller accessToken, Person person) {
    Instant now = clock.instant();
    tickets.values().removeIf(ticket -> !now.isBefore(ticket.ends()));
    Ticket ticket =
        new Ticket(
            UUID.randomUUID().toString(),
            accessToken,
            person,
            now,
            now.plus(settings.sessionTicketLifetime.get()));
    tickets.put(ticket.value(), ticket);
    return ticket;
  }

  @Nullable Ticket find(@Nullable String value) {
    Ticket ticket = value == null ? null : tickets.get(value);
    return ticket != null && clock.instant().isBefore(ticket.ends()) ? ticket : null;
  }
}
