package dev.convene.local;

import dev.convene.local.process.StartFailed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A client that auth-service is given here, and nowhere else: its secret is known to everybody.
 *
 * @param scopes what it may ask for, for people
 */
public record DemoClient(String clientId, String scopes) {

  /** The secret of each of them. */
  public static final String SECRET = "demo-secret";

  /** Schedules, and sees what it has scheduled. */
  public static final DemoClient SYSTEM =
      new DemoClient("demo-system", "meetings.read meetings.write meetings.write.any-host");

  /** Sees and mends what is stuck. */
  public static final DemoClient OPERATIONS =
      new DemoClient("demo-operations", "operations.read operations.write");

  private static final String RESOURCE = "demo-clients.json";
  private static final String GATEWAY = "GATEWAY";

  /** Those for whoever tries things out. The file has those of the services besides. */
  public static List<DemoClient> all() {
    return List.of(SYSTEM, OPERATIONS);
  }

  /** The file that auth-service reads them from, written there, with that gateway's addresses. */
  static Path fileIn(Path data, URI gateway) {
    Path file = data.resolve(RESOURCE);
    try (InputStream clients = DemoClient.class.getResourceAsStream(RESOURCE)) {
      if (clients == null) {
        throw new StartFailed("The build lacks " + RESOURCE + "; build it again.");
      }
      String text = new String(clients.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(file, text.replace(GATEWAY, gateway.toString()));
      return file;
    } catch (IOException e) {
      throw new StartFailed("the demo clients cannot be written: " + e.getMessage(), e);
    }
  }
}
