package dev.convene.gateway.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.servers.Requests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests as of the first of November 2026. */
final class Subject {

  private static final JsonMapper MAPPER = JsonDefaults.mapper();
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final MeetingRequests REQUESTS =
      new MeetingRequests(MAPPER, InstantSource.fixed(NOW));

  private Subject() {}

  static Reading read(String json) {
    return REQUESTS.read(json.getBytes(UTF_8));
  }

  static Reading read(Map<String, ?> request) {
    return read(MAPPER.writeValueAsString(request));
  }

  static Reading.Valid valid(Map<String, ?> request) {
    Reading reading = read(request);
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    return (Reading.Valid) reading;
  }

  /** What is wrong with a request that is right but for these fields and values. */
  static List<RequestError> errorsWith(Object... changes) {
    Reading reading = read(with(changes));
    assertThat(reading).isInstanceOf(Reading.Invalid.class);
    return ((Reading.Invalid) reading).errors();
  }

  /** The only thing that is wrong with such a request. */
  static RequestError errorWith(Object... changes) {
    List<RequestError> errors = errorsWith(changes);
    assertThat(errors).hasSize(1);
    return errors.getFirst();
  }

  static Map<String, Object> with(Object... changes) {
    Map<String, Object> request = Requests.aMeeting();
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1] == null) {
        request.remove((String) changes[i]);
      } else {
        request.put((String) changes[i], changes[i + 1]);
      }
    }
    return request;
  }
}
