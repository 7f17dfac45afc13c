package dev.convene.local.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {

  private static final int LONG = 5_000;
  private static final int SHORT = 100;

  private ServerSocket echo;
  private Link link;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::answer);
    link = Link.between(0, echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    link.close();
    echo.close();
  }

  private void answer() {
    while (!echo.isClosed()) {
      try {
        Socket client = echo.accept();
        Thread.ofVirtual()
            .start(() -> {
              try (client) {
                client.getInputStream().transferTo(client.getOutputStream());
              } catch (IOException _) {
                // The test is over.
              }
            });
      } catch (IOException _) {
        return;
      }
    }
  }

  @Test
  void whatIsSentArrivesAndTheAnswerComesBack() throws IOException {
    answers();
  }

  private void answers() throws IOException {
    try (Socket client = connect()) {
      client.getOutputStream().write(7);

      assertThat(client.getInputStream().read()).isEqualTo(7);
    }
  }

  @Test
  void whatIsSentIntoSilenceArrivesWhenItEnds() throws IOException {
    try (Socket client = connect()) {
      client.getOutputStream().write(1);
      assertThat(client.getInputStream().read()).isEqualTo(1);

      link.silence();
      client.getOutputStream().write(2);
      client.setSoTimeout(SHORT);
      assertThatIOException()
          .isThrownBy(client.getInputStream()::read)
          .isInstanceOf(SocketTimeoutException.class);

      link.heal();
      client.setSoTimeout(LONG);
      assertThat(client.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void severingEndsWhatIsConnectedAndWhatConnects() throws IOException {
    try (Socket before = connect()) {
      before.getOutputStream().write(1);
      assertThat(before.getInputStream().read()).isEqualTo(1);

      link.sever();

      assertThat(ended(before)).isTrue();
      try (Socket during = connect()) {
        assertThat(ended(during)).isTrue();
      }
    }
    link.heal();
    answers();
  }

  @Test
  void whereTheOtherIsAwayConnectionsEnd() throws IOException {
    echo.close();

    try (Socket client = connect()) {
      assertThat(ended(client)).isTrue();
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), link.port()), LONG);
    socket.setSoTimeout(LONG);
    return socket;
  }

  private static boolean ended(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException _) {
      return true;
    }
  }
}
