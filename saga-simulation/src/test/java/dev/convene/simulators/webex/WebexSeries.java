package dev.convene.simulators.webex;

import dev.convene.simulators.http.Json;
import java.time.Instant;
import java.util.List;

/** What the simulated Webex makes of a request to create a meeting. */
public final class WebexSeries {

  private WebexSeries() {}

  /**
   * When the occurrences start, of a series without an end those of five years.
   *
   * @throws dev.convene.simulators.http.Refusal where Webex would not take it
   */
  public static List<Instant> starts(String body, Instant now) {
    return Occurrence.dues(MeetingForm.read(Json.MAPPER.readTree(body), null, now, true));
  }
}
