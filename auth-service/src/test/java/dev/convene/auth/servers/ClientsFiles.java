package dev.convene.auth.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Files of clients, as an operator writes them. */
public final class ClientsFiles {

  public static final String SECRET = "a-secret-for-tests";

  /** Another one for each client, as bcrypt salts it. */
  private static String hash(String secret) {
    return new BCryptPasswordEncoder(8).encode(secret);
  }

  /**
   * {@code reader} may read meetings, {@code operator} may do what operators do, two services open
   * the vault, and people sign in through the portal.
   */
  public static final String USUAL =
      """
      {"clients": [
        %s,
        %s,
        %s,
        %s,
        %s
      ]}
      """
          .formatted(
              withSecret("reader", SECRET, "meetings.read", "meetings.write"),
              withSecret("operator", SECRET, "operations.read", "operations.write"),
              withSecret("webex-service", SECRET, "vault.webex"),
              withSecret("calendar-service", SECRET, "vault.microsoft"),
              portal());

  /** The client that people sign in through. */
  private static String portal() {
    String client = withSecret(Portal.CLIENT, SECRET, Portal.SCOPES.split(" "));
    return client.substring(0, client.length() - 1)
        + ", \"consent\": false, \"redirectUris\": [\""
        + Portal.REDIRECT
        + "\"], \"postLogoutRedirectUris\": [\""
        + Portal.AFTERWARDS
        + "\"]}";
  }

  private ClientsFiles() {}

  public static String withSecret(String id, String secret, String... scopes) {
    return """
    {"clientId": "%s", "name": "Client %s", "scopes": ["%s"], "secretHash": "%s"}\
    """
        .formatted(id, id, String.join("\", \"", scopes), hash(secret));
  }

  public static Path containing(String json) {
    try {
      Path file = Files.createTempFile("clients", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
