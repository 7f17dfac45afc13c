package dev.convene.auth.clients;

import dev.convene.auth.problems.RequestError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The clients that are configured as data.
 *
 * @param clients each checked, no id twice
 */
record ClientsFile(List<NewClient> clients) {

  private static final long LARGEST = 1024 * 1024;

  private record Content(@Nullable List<@Nullable NewClient> clients) {}

  /**
   * Reads and checks it.
   *
   * @throws UnusableClientsFile with all that is wrong; never repeats a secret's hash
   */
  static ClientsFile read(Path file, JsonMapper mapper) {
    Content content;
    try {
      if (Files.size(file) > LARGEST) {
        throw new UnusableClientsFile(file, List.of("it is larger than 1 MiB"));
      }
      content = ClientBody.strictly(mapper).readValue(Files.readAllBytes(file), Content.class);
    } catch (IOException e) {
      throw new UnusableClientsFile(file, List.of("it cannot be read"));
    } catch (JacksonException e) {
      throw new UnusableClientsFile(
          file, List.of("it is not the JSON it should be, see README.md"));
    }
    if (content == null || content.clients() == null) {
      throw new UnusableClientsFile(file, List.of("it has no \"clients\""));
    }
    return checked(file, content.clients());
  }

  private static ClientsFile checked(Path file, List<@Nullable NewClient> clients) {
    List<String> wrong = new ArrayList<>();
    List<NewClient> good = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < clients.size(); i++) {
      NewClient client = clients.get(i);
      String where = "/clients/" + i;
      if (client == null) {
        wrong.add(where + ": this is no client");
        continue;
      }
      Stream.concat(client.errors().stream(), ofTheFile(client).stream())
          .forEach(error -> wrong.add(where + error.pointer() + ": " + error.detail()));
      if (client.clientId() != null && !ids.add(client.clientId())) {
        wrong.add(where + "/clientId: this id is there twice");
      }
      good.add(client);
    }
    if (!wrong.isEmpty()) {
      throw new UnusableClientsFile(file, wrong);
    }
    return new ClientsFile(List.copyOf(good));
  }

  private static List<RequestError> ofTheFile(NewClient client) {
    String hash = client.secretHash();
    if ((hash == null) == (client.keys() == null)) {
      return List.of(new RequestError("", "secret-or-keys", "Give either a secretHash or keys."));
    }
    return hash == null || SecretHashes.isHash(hash)
        ? List.of()
        : List.of(
            new RequestError(
                "/secretHash", "not-a-hash", "Give a bcrypt hash of a cost of 8 to 14."));
  }
}
