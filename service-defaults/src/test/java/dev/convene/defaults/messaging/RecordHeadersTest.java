package dev.convene.defaults.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.MessageHeaders;

class RecordHeadersTest {

  private final RecordHeaders mapper = new RecordHeaders();

  @Test
  void bytesTravelUnderTheirNamesAndNothingElseDoes() {
    var record = new org.apache.kafka.common.header.internals.RecordHeaders();
    mapper.fromHeaders(
        new MessageHeaders(
            Map.of(
                "ce_id", "1".getBytes(UTF_8),
                "text", "stays here",
                "kafka_messageKey", "anna@contoso.example".getBytes(UTF_8))),
        record);
    assertThat(record).extracting(Header::key).containsExactly("ce_id");
    assertThat(record.lastHeader("ce_id").value()).isEqualTo("1".getBytes(UTF_8));
  }

  @Test
  void whatTheRecordHasIsThereAsBytesAndAHeaderWithoutAValueIsNot() {
    var record = new org.apache.kafka.common.header.internals.RecordHeaders();
    record.add(new RecordHeader("ce_id", "1".getBytes(UTF_8)));
    record.add(new RecordHeader("empty", null));
    Map<String, Object> headers = new HashMap<>();
    mapper.toHeaders(record, headers);
    assertThat(headers).containsOnlyKeys("ce_id").containsEntry("ce_id", "1".getBytes(UTF_8));
  }
}
