package dev.convene.auth.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes and rotates secrets, where auth-service's image is all that is at hand. It connects to
 * nothing, and prints names only.
 */
public final class SetupApplication {

  private static final String USAGE =
      """
      Usage: secrets FOLDER GATEWAY_URL [--demo-clients]
             keyset add|promote|prune FILE

        secrets          makes what is missing in the folder: a file for each password and keyset, and
                         clients.json. GATEWAY_URL is what browsers will reach the gateway at
        --demo-clients   registers two clients for trying things out, besides
        keyset add       adds a new key, which opens but does not seal yet
        keyset promote   the newest key seals from now on; all of them open
        keyset prune     only the key that seals is left\
      """;

  private SetupApplication() {}

  /** See {@code USAGE}. Ends with 2 where the arguments are wrong, and with 1 where a file is. */
  public static void main(String[] args) {
    try {
      run(List.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (UncheckedIOException e) {
      System.err.println("A file cannot be read or written: " + e.getMessage());
      System.exit(1);
    }
  }

  static void run(List<String> args) {
    boolean demo = args.size() == 4 && args.getLast().equals("--demo-clients");
    if (args.size() > 2 && args.getFirst().equals("secrets") && (args.size() == 3 || demo)) {
      List<String> made = new Secrets(Path.of(args.get(1))).makeMissing(args.get(2), demo);
      System.out.println(made.isEmpty() ? "Nothing was missing." : "Made: " + made);
    } else if (args.size() == 3 && args.getFirst().equals("keyset")) {
      rotate(args.get(1), Path.of(args.get(2)));
    } else {
      throw new IllegalArgumentException(USAGE);
    }
  }

  private static void rotate(String how, Path file) {
    try {
      String keyset = Files.readString(file);
      String changed =
          switch (how) {
            case "add" -> Keysets.withNewKey(keyset);
            case "promote" -> Keysets.withNewestPrimary(keyset);
            case "prune" -> Keysets.withPrimaryOnly(keyset);
            default -> throw new IllegalArgumentException(USAGE);
          };
      Files.writeString(file, changed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
