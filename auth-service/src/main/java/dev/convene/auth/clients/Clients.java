package dev.convene.auth.clients;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** The clients as the authorization server sees them: one that is disabled cannot be told apart. */
@Component
public class Clients implements RegisteredClientRepository {

  private final RegisteredClientRepository stored;
  private final ClientsProperties properties;
  private final InstantSource clock;

  Clients(ClientStore store, ClientsProperties properties, InstantSource clock) {
    this.stored = store.repository();
    this.properties = properties;
    this.clock = clock;
  }

  /** Clients are registered by the API and the clients' file only. */
  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("a client cannot change itself");
  }

  /** Disabled ones as well: what was issued to them is still read. */
  @Override
  public @Nullable RegisteredClient findById(String id) {
    return inUse(stored.findById(id));
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    RegisteredClient found = clientId.isBlank() ? null : stored.findByClientId(clientId);
    return found == null || !ClientMapping.client(found).isEnabled() ? null : inUse(found);
  }

  /** Whether it may ask for tokens, and use those that it has. */
  public boolean isEnabled(String id) {
    RegisteredClient found = stored.findById(id);
    return found != null && ClientMapping.client(found).isEnabled();
  }

  /** The public keys that prove it, as a JSON Web Key Set; null for a client with a secret. */
  public static @Nullable String keys(RegisteredClient client) {
    return ClientMapping.keys(client);
  }

  /** The mailboxes that it may schedule for without any delegation. */
  public static List<String> hosts(RegisteredClient client) {
    return List.copyOf(ClientMapping.hosts(client));
  }

  private @Nullable RegisteredClient inUse(@Nullable RegisteredClient found) {
    return found == null ? null : ClientMapping.inUse(found, clock.instant(), properties);
  }
}
