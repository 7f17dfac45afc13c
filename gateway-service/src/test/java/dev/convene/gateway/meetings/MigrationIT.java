package dev.convene.gateway.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Database;
import dev.convene.gateway.servers.Gateway;
import dev.convene.gateway.servers.Issuer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What was there before there was a sign-in stays, and is nobody's. */
class MigrationIT {

  private static final String ID = "01900000-0000-7000-8000-00000000000a";

  @Test
  void meetingsFromBeforeAreSeenByTheirHostAndByOperations() {
    Database database = Database.started();
    Flyway.configure()
        .dataSource(
            "jdbc:postgresql://127.0.0.1:" + database.link().port() + "/postgres",
            "postgres",
            "postgres")
        .target("4")
        .load()
        .migrate();
    database.run(
        """
        insert into meeting values ('%s', 'anonymous', 'a-key', 'hash',
          '{"subject": "anonymous"}', 'ada@example.com', now(), now(),
          '{"title": "Review", "host": "ada@example.com", "start": "2030-03-01T10:00:00",
            "end": "2030-03-01T11:00:00", "timeZone": "Europe/Berlin", "attendees": []}',
          'ACCEPTED', '{"last": 0, "facts": []}', 0, now(), now(), null, 0)
        """
            .formatted(ID));
    try (Gateway gateway = Gateway.started(database, "127.0.0.1:1")) {
      Issuer issuer = Issuer.shared();
      Api any = new Api(gateway);
      String path = "/api/v1/meetings/" + ID;

      assertThat(any.with(issuer.person("ada@example.com", "meetings.read")).get(path).statusCode())
          .isEqualTo(200);
      assertThat(any.with(issuer.system("x", "operations.read")).get(path).statusCode())
          .isEqualTo(200);
      for (String client : new String[] {"anonymous", "nobody", "unknown"}) {
        assertThat(any.with(issuer.system(client, "meetings.read")).get(path).statusCode())
            .isEqualTo(404);
      }
      assertThat(JsonMapper.shared().readTree(database.ask("select requested_by from meeting")))
          .isEqualTo(
              JsonMapper.shared()
                  .readTree(
                      """
                      {"subject": "anonymous", "client": "unknown", "mode": "application"}
                      """));
    }
  }
}
