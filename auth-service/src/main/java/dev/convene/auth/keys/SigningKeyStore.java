package dev.convene.auth.keys;

import com.nimbusds.jose.jwk.RSAKey;
import dev.convene.defaults.sealing.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys in the database, each sealed: who reads the table without the keyset has none. */
@Component
class SigningKeyStore {

  private static final long ROTATION_LOCK = 0x5167_6e6b_6579L;

  private final JdbcClient jdbc;
  private final Seal seal;

  SigningKeyStore(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  KeyRing read() {
    return new KeyRing(
        jdbc.sql("select id, sealed_jwk, created_at, signs_from from signing_key")
            .query(this::key)
            .list());
  }

  /** Until the transaction ends, no other replica changes keys. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(ROTATION_LOCK).query().singleRow();
  }

  void add(SigningKey key) {
    jdbc.sql("insert into signing_key (id, sealed_jwk, created_at, signs_from) values (?, ?, ?, ?)")
        .params(
            key.id(),
            seal.seal(key.jwk().toJSONString(), owner(key.id())),
            key.createdAt().atOffset(ZoneOffset.UTC),
            key.signsFrom().atOffset(ZoneOffset.UTC))
        .update();
  }

  void remove(List<SigningKey> keys) {
    keys.forEach(key -> jdbc.sql("delete from signing_key where id = ?").param(key.id()).update());
  }

  private SigningKey key(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    try {
      RSAKey jwk = RSAKey.parse(seal.open(row.getString("sealed_jwk"), owner(id)));
      return new SigningKey(jwk, instant(row, "created_at"), instant(row, "signs_from"));
    } catch (Seal.CannotOpen e) {
      throw new IllegalStateException(
          "signing key %s cannot be opened: CONVENE_AUTH_KEYSET lacks the key that sealed it"
              .formatted(id),
          e);
    } catch (ParseException e) {
      throw new IllegalStateException("signing key " + id + " is not a key", e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static String owner(String id) {
    return "signing-key:" + id;
  }
}
