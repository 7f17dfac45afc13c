package dev.convene.auth.clients;

import java.nio.file.Path;
import java.util.List;

/** The service does not start with a clients' file that it does not understand. */
final class UnusableClientsFile extends RuntimeException {

  private final List<String> wrong;

  UnusableClientsFile(Path file, List<String> wrong) {
    super("The clients' file " + file + " cannot be used.");
    this.wrong = List.copyOf(wrong);
  }

  String action() {
    return "Mend what AUTH_CLIENTS_FILE names:"
        + System.lineSeparator()
        + String.join(System.lineSeparator(), wrong);
  }
}
