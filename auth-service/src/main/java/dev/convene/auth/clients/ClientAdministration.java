package dev.convene.auth.clients;

import static java.lang.Boolean.FALSE;

import dev.convene.auth.clients.ClientChange.Done;
import dev.convene.auth.clients.ClientChange.Guarded;
import dev.convene.auth.clients.ClientChange.Invalid;
import dev.convene.auth.clients.ClientChange.NewSecret;
import dev.convene.auth.clients.ClientChange.NoSecret;
import dev.convene.auth.clients.ClientChange.Taken;
import dev.convene.auth.clients.ClientChange.Unknown;
import dev.convene.auth.problems.RequestError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What operators do with clients. One change at a time, whichever replica makes it. */
@Component
class ClientAdministration {

  /** Longest that an old secret stays good beside the new one. */
  static final Duration LONGEST_GRACE = Duration.ofDays(30);

  private final ClientStore store;
  private final SecretHashes secrets;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  ClientAdministration(
      ClientStore store,
      SecretHashes secrets,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.secrets = secrets;
    this.transactions = transactions;
    this.clock = clock;
  }

  List<Client> all() {
    return store.all();
  }

  Optional<Client> find(String clientId) {
    return store.find(clientId);
  }

  ClientChange register(NewClient wanted) {
    List<RequestError> errors = new ArrayList<>(wanted.errors());
    if (wanted.secretHash() != null) {
      errors.add(
          new RequestError(
              "/secretHash", "not-here", "A secret is made here and shown once; leave this out."));
    }
    if (wanted.opensTheVault()) {
      errors.add(
          new RequestError(
              "/scopes", "not-here", "What opens the vault is given by the clients' file alone."));
    }
    if (FALSE.equals(wanted.consent())) {
      errors.add(
          new RequestError(
              "/consent", "not-here", "Only the clients' file can spare people the question."));
    }
    if (!errors.isEmpty()) {
      return new Invalid(errors);
    }
    String keys = wanted.storedKeys();
    String secret = secrets.newSecret();
    Client client =
        new Client(
            UUID.randomUUID().toString(),
            Objects.requireNonNull(wanted.clientId()),
            Objects.requireNonNull(wanted.name()).strip(),
            now(),
            new TreeSet<>(Objects.requireNonNull(wanted.scopes())),
            keys == null ? secrets.encode(secret) : null,
            null,
            keys,
            null,
            null,
            wanted.pages(),
            wanted.storedHosts());
    return change(() -> {
      if (store.find(client.clientId()).isPresent()) {
        return new Taken(client.clientId());
      }
      store.save(client);
      return keys == null ? new NewSecret(client, secret, null) : new Done(client);
    });
  }

  /** The secret until now is good for {@code grace} more. */
  ClientChange rotateSecret(String clientId, Duration grace) {
    String secret = secrets.newSecret();
    String hash = Objects.requireNonNull(secrets.encode(secret));
    Instant oldUntil = now().plus(grace);
    return change(() -> {
      Client client = store.find(clientId).orElse(null);
      if (client == null) {
        return new Unknown();
      }
      if (client.secretHash() == null) {
        return new NoSecret();
      }
      if (client.opensTheVault()) {
        return new Guarded();
      }
      Client changed = client.withSecret(hash, oldUntil);
      store.save(changed);
      return new NewSecret(changed, secret, oldUntil);
    });
  }

  ClientChange disable(String clientId) {
    return update(clientId, client -> client.isEnabled() ? client.withDisabledAt(now()) : client);
  }

  ClientChange enable(String clientId) {
    return update(clientId, client -> client.withDisabledAt(null));
  }

  private ClientChange update(String clientId, UnaryOperator<Client> change) {
    return change(() -> {
      Client client = store.find(clientId).orElse(null);
      if (client == null) {
        return new Unknown();
      }
      Client changed = change.apply(client);
      store.save(changed);
      return new Done(changed);
    });
  }

  private interface Step {
    ClientChange take();
  }

  private ClientChange change(Step step) {
    return Objects.requireNonNull(
        transactions.execute(_ -> {
          store.lock();
          return step.take();
        }));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
