package dev.convene.gateway.database;

import dev.convene.defaults.MissingSetting;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the database is. Only the port has a default. */
@ConfigurationProperties("convene.database")
record DatabaseProperties(
    @Nullable String host,
    @DefaultValue("5432") int port,
    @Nullable String name,
    @Nullable String username,
    @Nullable String password) {

  String requiredHost() {
    return required(host, "host", "the host that PostgreSQL runs on");
  }

  String requiredName() {
    return required(name, "name", "the name of the gateway's database");
  }

  String requiredUsername() {
    return required(username, "username", "the role that owns the gateway's database");
  }

  String requiredPassword() {
    return required(password, "password", "the password of that role");
  }

  private static String required(@Nullable String value, String property, String meaning) {
    if (value == null || value.isBlank()) {
      throw new MissingSetting(
          "convene.database." + property, "DATABASE_" + property.toUpperCase(Locale.ROOT), meaning);
    }
    return value;
  }

  @Override
  public String toString() {
    return "DatabaseProperties[" + host + ":" + port + "/" + name + " as " + username + "]";
  }
}
