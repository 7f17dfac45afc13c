package dev.convene.auth.clients;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository.JsonMapperRegisteredClientRowMapper;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** The clients in the database, by the framework's own repository and table. */
@Component
class ClientStore {

  private static final long CHANGE_LOCK = 0x636c_6965_6e74L;

  private final JdbcOperations jdbc;
  private final RegisteredClientRepository repository;
  private final JsonMapperRegisteredClientRowMapper rows =
      new JsonMapperRegisteredClientRowMapper();

  ClientStore(JdbcOperations jdbc) {
    this.jdbc = jdbc;
    this.repository = new JdbcRegisteredClientRepository(jdbc);
  }

  RegisteredClientRepository repository() {
    return repository;
  }

  /** Until the transaction ends, nobody else changes a client. */
  void lock() {
    jdbc.query("select pg_advisory_xact_lock(?)", _ -> {}, CHANGE_LOCK);
  }

  Optional<Client> find(String clientId) {
    return Optional.ofNullable(repository.findByClientId(clientId)).map(ClientMapping::client);
  }

  /** All, by their ids. */
  List<Client> all() {
    return jdbc.query("select * from oauth2_registered_client order by client_id", rows).stream()
        .map(ClientMapping::client)
        .toList();
  }

  void save(Client client) {
    repository.save(ClientMapping.registered(client));
  }
}
