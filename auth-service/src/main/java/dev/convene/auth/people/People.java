package dev.convene.auth.people;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who has ever signed in. */
@Component
public class People {

  private static final RowMapper<Person> PERSON =
      (row, _) ->
          new Person(
              row.getObject("id", UUID.class), row.getString("email"), row.getString("name"));

  private final JdbcClient jdbc;
  private final InstantSource clock;

  People(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The one row of that identity, with mailbox and name as they are now. */
  public Person signedIn(Identity identity) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            insert into person (id, tenant, oid, email, name, created_at, signed_in_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant, oid) do update
              set email = excluded.email, name = excluded.name, signed_in_at = excluded.signed_in_at
            returning id, email, name
            """)
        .params(
            UUID.randomUUID(),
            identity.tenant(),
            identity.oid(),
            identity.email(),
            identity.name(),
            now,
            now)
        .query(PERSON)
        .single();
  }

  /** Who has that id; nobody has one that is no UUID. */
  public Optional<Person> find(String id) {
    try {
      return jdbc.sql("select id, email, name from person where id = ?")
          .param(UUID.fromString(id))
          .query(PERSON)
          .optional();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
