package dev.convene.gateway.database;

import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.APPLICATION_NAME;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.STATEMENT_TIMEOUT;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One set of settings for both drivers: R2DBC does the work, JDBC only migrates. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  /** A statement that takes longer than this is as bad as none: the caller has been told 503. */
  private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(15);

  @Bean
  R2dbcConnectionDetails reactiveDatabase(DatabaseProperties database) {
    ConnectionFactoryOptions options =
        ConnectionFactoryOptions.builder()
            .option(ConnectionFactoryOptions.DRIVER, "postgresql")
            .option(ConnectionFactoryOptions.HOST, database.requiredHost())
            .option(ConnectionFactoryOptions.PORT, database.port())
            .option(ConnectionFactoryOptions.DATABASE, database.requiredName())
            .option(ConnectionFactoryOptions.USER, database.requiredUsername())
            .option(ConnectionFactoryOptions.PASSWORD, database.requiredPassword())
            .option(ConnectionFactoryOptions.CONNECT_TIMEOUT, Duration.ofSeconds(2))
            .option(STATEMENT_TIMEOUT, LONGEST_STATEMENT)
            .option(APPLICATION_NAME, "gateway-service")
            .option(TCP_KEEPALIVE, true)
            .build();
    return () -> options;
  }

  @Bean
  FlywayConnectionDetails migrationDatabase(DatabaseProperties database) {
    String url =
        "jdbc:postgresql://%s:%d/%s"
            .formatted(database.requiredHost(), database.port(), database.requiredName());
    return new MigrationDatabase(url, database.requiredUsername(), database.requiredPassword());
  }

  private record MigrationDatabase(String jdbcUrl, String username, String password)
      implements FlywayConnectionDetails {

    @Override
    public String getJdbcUrl() {
      return jdbcUrl;
    }

    @Override
    public String getUsername() {
      return username;
    }

    @Override
    public String getPassword() {
      return password;
    }

    @Override
    public String toString() {
      return "MigrationDatabase[" + jdbcUrl + "]";
    }
  }
}
