package dev.convene.auth.setup;

import dev.convene.defaults.sealing.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with one file for each secret. What is there stays as it is, so that whoever has lost
 * nothing changes nothing.
 */
final class Secrets {

  private static final String CLIENTS = "clients.json";
  private static final int RANDOM_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);
  private final List<String> made = new ArrayList<>();
  private final Path folder;

  Secrets(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes what is missing.
   *
   * @param gateway what browsers reach the gateway at
   * @return the names of the files that were made
   */
  List<String> makeMissing(String gateway, boolean demo) {
    for (String database : List.of("postgres", "auth", "gateway", "webex", "calendar")) {
      make(database + "-database-password", randomText());
    }
    for (String keyset : List.of("sealing", "auth", "vault")) {
      make(keyset + "-keyset", Seal.newKeyset());
    }
    if (Files.notExists(folder.resolve(CLIENTS))) {
      List<Map<String, Object>> clients = new ArrayList<>();
      clients.add(portal(gateway, newSecretOf("convene-portal")));
      clients.add(client("webex-service", "vault.webex"));
      clients.add(client("calendar-service", "vault.microsoft"));
      if (demo) {
        clients.add(
            client("demo-system", "meetings.read", "meetings.write", "meetings.write.any-host"));
        clients.add(client("demo-operations", "operations.read", "operations.write"));
      }
      make(
          CLIENTS,
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(Map.of("clients", clients)));
    }
    return List.copyOf(made);
  }

  private static Map<String, Object> portal(String gateway, String secretHash) {
    return Map.of(
        "clientId",
        "convene-portal",
        "name",
        "The gateway, for people who sign in",
        "scopes",
        List.of(
            "openid",
            "profile",
            "email",
            "meetings.read",
            "meetings.write",
            "operations.read",
            "operations.write"),
        "redirectUris",
        List.of(gateway + "/login/oauth2/code/convene"),
        "postLogoutRedirectUris",
        List.of(gateway + "/"),
        "consent",
        false,
        "secretHash",
        secretHash);
  }

  private Map<String, Object> client(String id, String... scopes) {
    return Map.of(
        "clientId", id, "name", id, "scopes", List.of(scopes), "secretHash", newSecretOf(id));
  }

  /** Writes a new one into a file, also over an old one: that is of no use without its hash. */
  private String newSecretOf(String client) {
    String secret = randomText();
    write(client + "-client-secret", secret);
    String hash = bcrypt.encode(secret);
    if (hash == null) {
      throw new IllegalStateException("bcrypt gives no hash");
    }
    return hash;
  }

  private void make(String name, String content) {
    if (Files.notExists(folder.resolve(name))) {
      write(name, content);
    }
  }

  private void write(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
      made.add(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String randomText() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
