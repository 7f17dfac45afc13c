package dev.convene.simulators.webex;

import dev.convene.simulators.control.Settings;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The switches of the Webex side. */
final class WebexSettings {
  final Settings all = new Settings();

  final Supplier<Duration> visibilityDelay =
      all.duration(
          "visibilityDelay",
          Duration.ZERO,
          "how long after its creation a meeting is missing from lists and reads");

  final Supplier<Integer> meetingsPerHostAndDay =
      all.number(
          "meetingsPerHostAndDay",
          100,
          0,
          1_000_000,
          "meetings that may be created for one host in 24 hours, failed attempts counted; 0 is off");

  final Supplier<Integer> callsPerMinute =
      all.number(
          "callsPerMinute",
          0,
          0,
          1_000_000,
          "calls a minute for one token; about 300 at Webex; 0 is off");

  final Supplier<Duration> accessTokenLifetime =
      all.duration("accessTokenLifetime", Duration.ofDays(14), "how long a new access token lives");

  final Supplier<Duration> refreshTokenLifetime =
      all.duration(
          "refreshTokenLifetime", Duration.ofDays(90), "how long a refresh token lives unused");

  final Supplier<Duration> refreshAtMostEvery =
      all.duration(
          "refreshAtMostEvery",
          Duration.ofHours(24),
          "refreshing again within this time returns the same access token, while it lives");

  final Supplier<Duration> sessionTicketLifetime =
      all.duration(
          "sessionTicketLifetime",
          Duration.ofMinutes(90),
          "how long a session ticket of the XML API lives");

  final Supplier<String> unknownFields =
      all.choice(
          "unknownFields",
          "refuse",
          List.of("refuse", "ignore"),
          "what happens to a field that Webex does not document");
}
