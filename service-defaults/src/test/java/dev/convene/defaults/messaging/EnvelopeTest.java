package dev.convene.defaults.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

  private final Envelope envelope =
      new Envelope(
          "id-1", "a.b.v1", "/shop", "order-1", Instant.parse("2026-11-30T12:00:00.5Z"), false);

  @Test
  void theHeadersAreThoseOfCloudEventsInBinaryMode() {
    assertThat(envelope.headers())
        .isEqualTo(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", "id-1",
                "ce_type", "a.b.v1",
                "ce_source", "/shop",
                "ce_subject", "order-1",
                "ce_time", "2026-11-30T12:00:00.500Z",
                "content-type", "application/json"));
  }

  @Test
  void onlyAFurtherCopyIsMarked() {
    assertThat(envelope.asResent().headers()).containsEntry("ce_resent", "true").hasSize(8);
    assertThat(envelope.asResent().asResent()).isEqualTo(envelope.asResent());
  }

  @Test
  void itIsReadFromItsHeadersAsItWas() {
    assertThat(EnvelopeReader.read(envelope.headers())).isEqualTo(envelope);
    assertThat(EnvelopeReader.read(envelope.asResent().headers())).isEqualTo(envelope.asResent());
  }
}
