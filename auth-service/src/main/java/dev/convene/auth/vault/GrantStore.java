package dev.convene.auth.vault;

import dev.convene.auth.vault.Envelope.Sealed;
import dev.convene.auth.vendors.Provider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grants in the database. Each statement is a transaction of its own. */
@Component
class GrantStore {

  private static final String WHOSE = " where person_id = ? and provider = ?";

  private final JdbcClient jdbc;

  GrantStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Grant> find(GrantId id) {
    return jdbc.sql("select * from vendor_grant" + WHOSE)
        .params(id.person(), id.provider().id())
        .query(GrantStore::grant)
        .optional();
  }

  List<Grant> of(UUID person) {
    return jdbc.sql("select * from vendor_grant where person_id = ?")
        .param(person)
        .query(GrantStore::grant)
        .list();
  }

  /** In the place of whatever there was; who renews that now finds its lease gone. */
  void connect(
      GrantId id, String account, Sealed sealed, Instant expires, Instant renew, Instant now) {
    jdbc.sql(
            """
            insert into vendor_grant (person_id, provider, account, state, sealed, key_id,
              access_expires_at, renew_at, used_at, connected_at, version)
            values (?, ?, ?, 'connected', ?, ?, ?, ?, ?, ?, 1)
            on conflict (person_id, provider) do update set account = excluded.account,
              state = 'connected', reason = null, sealed = excluded.sealed,
              key_id = excluded.key_id, access_expires_at = excluded.access_expires_at,
              renew_at = excluded.renew_at, away_until = null, used_at = excluded.used_at,
              connected_at = excluded.connected_at, refused_at = null, version = vendor_grant.version + 1,
              lease_owner = null, lease_until = null
            """)
        .params(
            id.person(),
            id.provider().id(),
            account,
            sealed.text(),
            sealed.keyId(),
            at(expires),
            at(renew),
            at(now),
            at(now))
        .update();
  }

  boolean remove(GrantId id) {
    return jdbc.sql("delete from vendor_grant" + WHOSE)
            .params(id.person(), id.provider().id())
            .update()
        == 1;
  }

  /** Whether the lease is ours: the row is as it was read, and nobody else's lease runs. */
  boolean lease(Grant grant, UUID owner, Instant now, Instant until) {
    return jdbc.sql(
                "update vendor_grant set lease_owner = ?, lease_until = ?"
                    + WHOSE
                    + " and state = 'connected' and version = ?"
                    + " and (lease_until is null or lease_until < ?)")
            .params(
                owner,
                at(until),
                grant.id().person(),
                grant.id().provider().id(),
                grant.version(),
                at(now))
            .update()
        == 1;
  }

  /** Ends the lease with new tokens; false when the lease was not ours any more. */
  boolean renewed(GrantId id, UUID owner, Sealed sealed, Instant expires, Instant renew) {
    return jdbc.sql(
                "update vendor_grant set sealed = ?, key_id = ?, access_expires_at = ?,"
                    + " renew_at = ?, away_until = null, version = version + 1,"
                    + " lease_owner = null, lease_until = null"
                    + WHOSE
                    + " and lease_owner = ?")
            .params(
                sealed.text(),
                sealed.keyId(),
                at(expires),
                at(renew),
                id.person(),
                id.provider().id(),
                owner)
            .update()
        == 1;
  }

  /**
   * The vendor does not take the access token, though it should be good: it is not handed out any
   * more.
   *
   * @param notSince false is returned where that was so since then, or the row has changed
   */
  boolean expire(Grant grant, Instant now, Instant notSince) {
    return jdbc.sql(
                "update vendor_grant set access_expires_at = ?, renew_at = ?, refused_at = ?"
                    + WHOSE
                    + " and version = ? and (refused_at is null or refused_at < ?)")
            .params(
                at(now),
                at(now),
                at(now),
                grant.id().person(),
                grant.id().provider().id(),
                grant.version(),
                at(notSince))
            .update()
        == 1;
  }

  /** Ends the lease and the grant: what was sealed is worth nothing, and is not kept. */
  void refused(GrantId id, UUID owner, String reason) {
    jdbc.sql(
            "update vendor_grant set state = 'needs-reconnecting', reason = ?, sealed = null,"
                + " key_id = null, version = version + 1, lease_owner = null, lease_until = null"
                + WHOSE
                + " and lease_owner = ?")
        .params(reason, id.person(), id.provider().id(), owner)
        .update();
  }

  /** Ends the lease; nobody asks the vendor about this grant before {@code until}. */
  void away(GrantId id, UUID owner, Instant until) {
    jdbc.sql(
            "update vendor_grant set away_until = ?, lease_owner = null, lease_until = null"
                + WHOSE
                + " and lease_owner = ?")
        .params(at(until), id.person(), id.provider().id(), owner)
        .update();
  }

  void used(GrantId id, Instant now) {
    jdbc.sql("update vendor_grant set used_at = ?" + WHOSE)
        .params(at(now), id.person(), id.provider().id())
        .update();
  }

  /** Those to renew before anybody asks: in use, or about to be forgotten by the vendor. */
  List<Grant> due(Instant now, Instant usedSince, Instant untouchedSince, int most) {
    return jdbc.sql(
            """
            select * from vendor_grant
            where state = 'connected' and renew_at < ? and (used_at > ? or renew_at < ?)
              and (away_until is null or away_until < ?)
              and (lease_until is null or lease_until < ?)
            order by renew_at limit ?
            """)
        .params(at(now), at(usedSince), at(untouchedSince), at(now), at(now), most)
        .query(GrantStore::grant)
        .list();
  }

  /** Those whose own key another key wraps than that one. */
  List<Grant> wrappedByOtherThan(String keyId, int most) {
    return jdbc.sql("select * from vendor_grant where state = 'connected' and key_id <> ? limit ?")
        .params(keyId, most)
        .query(GrantStore::grant)
        .list();
  }

  /** Whether the row was still as it was read. */
  boolean rewrapped(Grant grant, Sealed sealed) {
    return jdbc.sql(
                "update vendor_grant set sealed = ?, key_id = ?, version = version + 1"
                    + WHOSE
                    + " and version = ?")
            .params(
                sealed.text(),
                sealed.keyId(),
                grant.id().person(),
                grant.id().provider().id(),
                grant.version())
            .update()
        == 1;
  }

  private static Grant grant(ResultSet row, int number) throws SQLException {
    return new Grant(
        new GrantId(
            row.getObject("person_id", UUID.class),
            Provider.of(row.getString("provider")).orElseThrow()),
        row.getString("account"),
        row.getString("reason"),
        row.getString("sealed"),
        instantOr(row, "access_expires_at", Instant.EPOCH),
        instantOr(row, "renew_at", Instant.EPOCH),
        instant(row, "away_until"),
        instant(row, "used_at"),
        instantOr(row, "connected_at", Instant.EPOCH),
        row.getLong("version"));
  }

  private static Instant instantOr(ResultSet row, String column, Instant otherwise)
      throws SQLException {
    Instant found = instant(row, column);
    return found == null ? otherwise : found;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
