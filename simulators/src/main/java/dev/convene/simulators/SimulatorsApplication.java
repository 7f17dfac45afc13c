package dev.convene.simulators;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;

/** Runs the simulators until the process is stopped. */
public final class SimulatorsApplication {
  private static final String USAGE =
      """
      Usage: [--webex-port PORT] [--microsoft-port PORT] [--bind ADDRESS]

        --webex-port      starts Webex on this port (0: any free one)
        --microsoft-port  starts Microsoft Graph and Entra on this port (0: any free one)
        --bind            where to listen; the loopback address unless told.
                          The control API has no authentication: bind wider only inside a container.
      """;

  private SimulatorsApplication() {}

  /** See {@code USAGE}. */
  public static void main(String[] args) throws InterruptedException {
    Simulators simulators;
    boolean webex;
    boolean microsoft;
    try {
      Simulators.Builder wanted = Simulators.builder();
      webex = false;
      microsoft = false;
      for (int i = 0; i < args.length; i += 2) {
        if (i + 1 == args.length) {
          throw new IllegalArgumentException(args[i] + " has no value");
        }
        switch (args[i]) {
          case "--webex-port" -> {
            wanted.webexPort(port(args[i + 1]));
            webex = true;
          }
          case "--microsoft-port" -> {
            wanted.microsoftPort(port(args[i + 1]));
            microsoft = true;
          }
          case "--bind" -> wanted.address(InetAddress.getByName(args[i + 1]));
          default -> throw new IllegalArgumentException("unknown option " + args[i]);
        }
      }
      if (!webex && !microsoft) {
        throw new IllegalArgumentException("nothing to start");
      }
      simulators = wanted.start();
    } catch (IllegalArgumentException | UnknownHostException wrong) {
      System.err.println(wrong.getMessage() + "\n" + USAGE);
      System.exit(2);
      return;
    } catch (UncheckedIOException taken) {
      System.err.println("Cannot listen: " + taken.getMessage());
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(simulators::close));
    if (webex) {
      System.out.println(
          "Webex simulator: " + simulators.webex() + " (page and control API: /_sim)");
    }
    if (microsoft) {
      System.out.println(
          "Microsoft simulator: " + simulators.microsoft() + " (page and control API: /_sim)");
    }
    new CountDownLatch(1).await();
  }

  private static int port(String text) {
    int port = Integer.parseInt(text);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(text + " is no port");
    }
    return port;
  }
}
