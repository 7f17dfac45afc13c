package dev.convene.gateway.access;

import dev.convene.contracts.RequestMode;
import dev.convene.contracts.Requester;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** Who is asking. */
public sealed interface Caller extends Serializable {

  /** What the token, or the session, allows. */
  Set<Scope> scopes();

  /** Whose meetings and idempotency keys they are: no two callers share it. */
  String owner();

  /** The caller's own mailbox; empty for a system. */
  String mailbox();

  /** As commands and the operators' record carry it. */
  Requester requester();

  /** Whether it may ask for meetings of that host, whose address is in lower case. */
  boolean maySchedule(String host);

  /** Whether it may do what that scope allows. */
  default boolean has(Scope scope) {
    return scopes().contains(scope);
  }

  /**
   * A person, through the portal or another client.
   *
   * @param subject the person's stable id
   * @param email in lower case
   * @param name as the person is called; the address where that is not known
   * @param client that speaks for the person
   */
  record Person(String subject, String email, String name, String client, Set<Scope> scopes)
      implements Caller {

    @Override
    public String owner() {
      return "person:" + subject;
    }

    @Override
    public String mailbox() {
      return email;
    }

    @Override
    public Requester requester() {
      return new Requester(subject, client, email, RequestMode.DELEGATED);
    }

    /**
     * Only themselves, as long as the vendors are called with the rights of Convene: these would
     * let anybody schedule in anybody's calendar.
     */
    @Override
    public boolean maySchedule(String host) {
      return host.equals(email);
    }
  }

  /**
   * A system, in its own name.
   *
   * @param hosts whose meetings it may schedule without {@link Scope#ANY_HOST}; in lower case
   */
  record Machine(String client, Set<String> hosts, Set<Scope> scopes) implements Caller {

    @Override
    public String owner() {
      return "system:" + client;
    }

    @Override
    public String mailbox() {
      return "";
    }

    @Override
    public Requester requester() {
      return new Requester(client, client, null, RequestMode.APPLICATION);
    }

    @Override
    public boolean maySchedule(String host) {
      return has(Scope.ANY_HOST) || hosts.contains(host);
    }
  }

  /**
   * By the claims of an access token that was verified.
   *
   * @throws IllegalArgumentException where they do not say who it is
   */
  static Caller of(ClaimAccessor token) {
    String subject = required(token, "sub");
    String client = required(token, "client_id");
    Set<Scope> scopes = Scope.in(token.getClaimAsString("scope"));
    if (subject.equals(client)) {
      @Nullable List<String> hosts = token.getClaimAsStringList("hosts");
      return new Machine(client, hosts == null ? Set.of() : lowerCase(hosts), scopes);
    }
    String email = required(token, "email").toLowerCase(Locale.ROOT);
    @Nullable String name = token.getClaimAsString("name");
    return new Person(
        subject, email, name == null || name.isBlank() ? email : name, client, scopes);
  }

  private static String required(ClaimAccessor token, String claim) {
    @Nullable String value = token.getClaimAsString(claim);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the token has no " + claim);
    }
    return value;
  }

  private static Set<String> lowerCase(List<String> mailboxes) {
    return mailboxes.stream()
        .map(mailbox -> mailbox.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
