package dev.convene.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private static final String ACCEPTED =
      """
      HTTP/1.1 202 Accepted
      Location: /api/v1/meetings/0199c1f2-7a3b-7c44-9d55-0b6e2f1a8c90
      content-length: 4

      {..}\
      """
          .replace("\n", "\r\n");

  @Test
  void anAcceptedMeetingIsKnownByItsLocation() {
    assertThat(read(ACCEPTED))
        .isEqualTo(new Answer(202, UUID.fromString("0199c1f2-7a3b-7c44-9d55-0b6e2f1a8c90"), false));
  }

  @Test
  void anAnswerIsCompleteOnlyWithItsLastByte() {
    assertThat(IntStream.range(0, ACCEPTED.length()).mapToObj(end -> ACCEPTED.substring(0, end)))
        .allMatch(part -> read(part) == null);
  }

  @Test
  void aRefusalInChunksIsReadToItsEnd() {
    String head = "HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";

    assertThat(read(head + "4\r\n{..}\r\n")).isNull();
    assertThat(read(head + "4\r\n{..}\r\n0\r\n\r\n")).isEqualTo(new Answer(503, null, true));
  }

  @Test
  void whatIsNotHttpIsSaidToBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> read("SSH-2.0\r\n\r\n"));
  }

  private static Answer read(String text) {
    byte[] bytes = (text + "what a longer answer before left").getBytes(US_ASCII);
    return Answer.read(bytes, text.length());
  }
}
