package dev.convene.gateway.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.gateway.meetings.ListQuery.Outcome;
import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.progress.MeetingStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class ListQueryTest {

  @Test
  void statusesMayBeGivenTogetherAndApart() {
    MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
    query.addAll("status", List.of("FAILED,delayed", "SCHEDULED"));
    query.add("host", "Ada@Example.com");
    query.add("from", "2027-01-01T00:00:00+01:00");

    MeetingFilter filter = ((Outcome.Valid) ListQuery.read(query)).filter();

    assertThat(filter.statuses())
        .containsExactlyInAnyOrder(
            MeetingStatus.FAILED, MeetingStatus.DELAYED, MeetingStatus.SCHEDULED);
    assertThat(filter.host()).isEqualTo("ada@example.com");
    assertThat(filter.from()).isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
    assertThat(filter.conditions().where())
        .isEqualTo(" where status = any($1) and host = $2 and start_at >= $3");
  }

  @Test
  void withoutAQueryThereIsADefault() {
    Outcome.Valid valid = (Outcome.Valid) ListQuery.read(new LinkedMultiValueMap<>());

    assertThat(valid.limit()).isEqualTo(ListQuery.DEFAULT_LIMIT);
    assertThat(valid.filter().conditions().where()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "status, OPEN",
    "host, ada",
    "from, 2027-01-01",
    "to, +999999999-01-01T00:00:00Z",
    "limit, 0",
    "limit, 201",
    "limit, ten",
    "cursor, abc",
    "mine, yes",
    "page, 2"
  })
  void whatCannotBeUnderstoodIsRefusedByItsName(String name, String value) {
    MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
    query.add(name, value);

    assertThat(((Outcome.Invalid) ListQuery.read(query)).errors())
        .extracting(RequestError::parameter)
        .containsExactly(name);
  }
}
