package dev.convene.auth.clients;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes over what the clients' file says, at every start. What operators have changed since stays
 * until the file's own words about that client change; who is in the file no more is disabled.
 */
@Component
class DeclaredClients implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(DeclaredClients.class);

  /** In the place of a digest: was in the file once. */
  private static final String WITHDRAWN = "withdrawn";

  private final ClientStore store;
  private final ClientsProperties properties;
  private final TransactionOperations transactions;
  private final JsonMapper mapper;
  private final InstantSource clock;

  DeclaredClients(
      ClientStore store,
      ClientsProperties properties,
      TransactionOperations transactions,
      JsonMapper mapper,
      InstantSource clock) {
    this.store = store;
    this.properties = properties;
    this.transactions = transactions;
    this.mapper = mapper;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    apply(ClientsFile.read(properties.clientsFile(), mapper));
  }

  private void apply(ClientsFile file) {
    List<Client> declared = file.clients().stream().map(this::client).toList();
    transactions.executeWithoutResult(_ -> {
      store.lock();
      declared.forEach(this::apply);
      withdrawAllBut(
          declared.stream().map(Client::clientId).collect(Collectors.toUnmodifiableSet()));
    });
  }

  private void apply(Client declared) {
    Optional<Client> known = store.find(declared.clientId());
    if (known.isEmpty()) {
      store.save(declared);
      log.info("client {} is registered, from the clients' file", declared.clientId());
    } else if (!Objects.equals(known.get().declaration(), declared.declaration())) {
      Client before = known.get();
      Instant disabledAt = WITHDRAWN.equals(before.declaration()) ? null : before.disabledAt();
      store.save(before.redeclared(declared, disabledAt));
      log.info("client {} is changed as the clients' file says", declared.clientId());
    }
  }

  private void withdrawAllBut(Set<String> declared) {
    for (Client client : store.all()) {
      String declaration = client.declaration();
      if (declaration != null
          && !declaration.equals(WITHDRAWN)
          && !declared.contains(client.clientId())) {
        store.save(client.withdrawn(WITHDRAWN, now()));
        log.info("client {} is disabled, it left the clients' file", client.clientId());
      }
    }
  }

  private Client client(NewClient described) {
    return new Client(
        UUID.randomUUID().toString(),
        Objects.requireNonNull(described.clientId()),
        Objects.requireNonNull(described.name()).strip(),
        now(),
        new TreeSet<>(Objects.requireNonNull(described.scopes())),
        described.secretHash(),
        null,
        described.storedKeys(),
        null,
        digest(described),
        described.pages(),
        described.storedHosts());
  }

  private String digest(NewClient described) {
    try {
      byte[] bytes = mapper.writeValueAsString(described).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
