package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The tenant's mailboxes. They come into being when they are first asked for. */
public final class Mailboxes {
  private final Map<String, Mailbox> byAddress = new ConcurrentHashMap<>();
  private final Map<UUID, Person> byId = new ConcurrentHashMap<>();

  public Mailboxes() {
    seed();
  }

  /** Somebody by address or by directory id. */
  public Optional<Person> person(String user) {
    if (user.indexOf('@') > 0) {
      Mailbox known = byAddress.get(user);
      return known != null ? Optional.of(known.owner()) : Seeds.find(user);
    }
    try {
      return Optional.ofNullable(byId.get(UUID.fromString(user)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The mailbox of somebody who has one. */
  public Optional<Mailbox> of(Person person) {
    if (!person.mailbox()) {
      return Optional.empty();
    }
    Mailbox known = byAddress.get(person.address());
    return Optional.of(
        known != null ? known : byAddress.computeIfAbsent(person.address(), _ -> fresh(person)));
  }

  /** The mailbox at an address, whatever its case; empty when there is none. */
  public Optional<Mailbox> at(String address) {
    return person(address.toLowerCase(Locale.ROOT)).flatMap(this::of);
  }

  /** Those that were asked for so far. */
  public Collection<Mailbox> all() {
    return byAddress.values();
  }

  /** Back to the seeds. */
  public void reset() {
    byAddress.clear();
    byId.clear();
    seed();
  }

  private Mailbox fresh(Person person) {
    byId.put(person.id(), person);
    return new Mailbox(person);
  }

  private void seed() {
    Seeds.people().forEach(person -> byId.put(person.id(), person));
  }
}
