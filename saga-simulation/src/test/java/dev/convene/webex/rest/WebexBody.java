package dev.convene.webex.rest;

import dev.convene.contracts.MeetingDetails;
import dev.convene.defaults.messaging.JsonDefaults;
import java.util.UUID;

/** What webex-service sends to create a meeting. */
public final class WebexBody {

  private WebexBody() {}

  public static String of(UUID meetingId, MeetingDetails details) {
    return JsonDefaults.mapper()
        .writeValueAsString(CreateMeetingRequest.of(meetingId, details, details.host()));
  }
}
