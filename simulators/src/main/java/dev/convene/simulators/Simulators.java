package dev.convene.simulators;

import dev.convene.simulators.control.Vendor;
import dev.convene.simulators.control.VendorServer;
import dev.convene.simulators.microsoft.MicrosoftSimulator;
import dev.convene.simulators.page.Invitations;
import dev.convene.simulators.page.Meetings;
import dev.convene.simulators.page.Page;
import dev.convene.simulators.webex.WebexSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The simulators that run in this process: Webex, Microsoft 365, or both, each on its own port. */
public final class Simulators implements AutoCloseable {
  private final @Nullable VendorServer webex;
  private final @Nullable VendorServer microsoft;

  /** The Microsoft side: its API, and what its mailboxes hold, for the page. */
  private record Microsoft(Vendor vendor, Invitations invitations) {}

  private Simulators(Builder wanted) throws IOException {
    WebexSimulator webexVendor =
        wanted.webexPort.isPresent() ? new WebexSimulator(wanted.clock) : null;
    Microsoft microsoftVendor = wanted.microsoftPort.isPresent() ? microsoft(wanted.clock) : null;
    Page page =
        new Page(
            microsoftVendor == null ? Invitations.NONE : microsoftVendor.invitations(),
            webexVendor == null ? Meetings.NONE : webexVendor.meetings());
    this.webex =
        webexVendor == null ? null : wanted.server(webexVendor, wanted.webexPort.getAsInt(), page);
    try {
      this.microsoft =
          microsoftVendor == null
              ? null
              : wanted.server(microsoftVendor.vendor(), wanted.microsoftPort.getAsInt(), page);
    } catch (IOException e) {
      if (webex != null) {
        webex.close();
      }
      throw e;
    }
  }

  private static Microsoft microsoft(InstantSource clock) {
    MicrosoftSimulator simulator = new MicrosoftSimulator(clock);
    return new Microsoft(simulator, simulator.invitations());
  }

  /** Both simulators on free ports of the loopback address. */
  public static Simulators start() {
    return builder().webexPort(0).microsoftPort(0).start();
  }

  /** A choice of what to start; nothing is chosen at first. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Where Webex answers, without a slash at the end.
   *
   * @throws IllegalStateException when it was not started
   */
  public URI webex() {
    return at(webex);
  }

  /**
   * Where Graph and Entra answer, without a slash at the end.
   *
   * @throws IllegalStateException when it was not started
   */
  public URI microsoft() {
    return at(microsoft);
  }

  private static URI at(@Nullable VendorServer server) {
    if (server == null) {
      throw new IllegalStateException("This simulator was not started.");
    }
    return URI.create("http://localhost:" + server.port());
  }

  @Override
  public void close() {
    if (webex != null) {
      webex.close();
    }
    if (microsoft != null) {
      microsoft.close();
    }
  }

  /** What to start, and how. */
  public static final class Builder {
    private OptionalInt webexPort = OptionalInt.empty();
    private OptionalInt microsoftPort = OptionalInt.empty();
    private InetAddress address = InetAddress.getLoopbackAddress();
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    /** Starts Webex on this port; 0 for any free one. */
    public Builder webexPort(int port) {
      this.webexPort = OptionalInt.of(port);
      return this;
    }

    /** Starts Graph and Entra on this port; 0 for any free one. */
    public Builder microsoftPort(int port) {
      this.microsoftPort = OptionalInt.of(port);
      return this;
    }

    /** Where to listen; the loopback address unless told. The control API has no authentication. */
    public Builder address(InetAddress address) {
      this.address = address;
      return this;
    }

    /** What time it is: for quotas, tokens, and what counts as past. */
    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /**
     * Starts what was chosen.
     *
     * @throws UncheckedIOException when a port cannot be had
     */
    public Simulators start() {
      try {
        return new Simulators(this);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private VendorServer server(Vendor vendor, int port, Page page) throws IOException {
      return new VendorServer(vendor, clock, address, port, page::routes);
    }
  }
}
