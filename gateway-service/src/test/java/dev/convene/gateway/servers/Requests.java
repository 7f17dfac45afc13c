package dev.convene.gateway.servers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests as people send them. */
public final class Requests {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Requests() {}

  /** A valid request, which may be changed. */
  public static Map<String, Object> aMeeting() {
    return new TreeMap<>(
        Map.of(
            "title", "Quarterly review " + COUNT.incrementAndGet(),
            "agenda", "Figures, then questions.",
            "host", "ada@example.com",
            "start", "2030-03-01T10:00",
            "end", "2030-03-01T11:00",
            "timeZone", "Europe/Berlin",
            "attendees", List.of(Map.of("email", "grace@example.com", "name", "Grace"))));
  }

  public static Map<String, Object> aMeetingOf(String host) {
    Map<String, Object> meeting = aMeeting();
    meeting.put("host", host);
    return meeting;
  }
}
