package dev.convene.gateway.accepting;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** The body of a request, up to the size that is taken. */
sealed interface Body {

  /** In bytes. */
  int LARGEST = 256 * 1024;

  /**
   * What is read of a larger body, so that its sender gets to see the answer: who is cut off while
   * sending does not look for one.
   */
  int MOST_DISCARDED = 16 * LARGEST;

  /** All of it. */
  @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
  record Complete(byte[] bytes) implements Body {}

  /**
   * It is larger than {@link #LARGEST}.
   *
   * @param ended whether it was read to its end, so that the connection can be used again
   */
  record TooLarge(boolean ended) implements Body {}

  /** It did not arrive in time. */
  record TooSlow() implements Body {}

  /** Reads it, whether it comes with a length or in chunks. */
  static Mono<Body> of(ServerHttpRequest request, Duration within) {
    if (request.getHeaders().getContentLength() > MOST_DISCARDED) {
      return Mono.just(new TooLarge(false));
    }
    return request
        .getBody()
        .scan(new Collected(), Collected::and)
        .takeUntil(collected -> collected.size > MOST_DISCARDED)
        .last()
        .map(Collected::body)
        .timeout(within, Mono.just(new TooSlow()));
  }

  /** What has come so far. */
  final class Collected {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private long size;

    private Collected() {}

    private Collected and(DataBuffer buffer) {
      size += buffer.readableByteCount();
      if (size <= LARGEST) {
        byte[] part = new byte[buffer.readableByteCount()];
        buffer.read(part);
        bytes.writeBytes(part);
      }
      DataBufferUtils.release(buffer);
      return this;
    }

    private Body body() {
      return size <= LARGEST
          ? new Complete(bytes.toByteArray())
          : new TooLarge(size <= MOST_DISCARDED);
    }
  }
}
