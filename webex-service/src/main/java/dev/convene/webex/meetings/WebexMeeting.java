package dev.convene.webex.meetings;

import dev.convene.contracts.JoinDetails.DialIn;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as Webex made it. Holds passwords in clear, so that it must not leave this process, and
 * says nothing of itself in logs.
 *
 * @param id Webex's id of the series
 */
public record WebexMeeting(
    String id,
    URI webLink,
    @Nullable String meetingNumber,
    @Nullable String password,
    @Nullable String phonePassword,
    @Nullable String sipAddress,
    @Nullable String accessCode,
    List<DialIn> dialIns) {

  @Override
  public String toString() {
    return "WebexMeeting[" + id + "]";
  }
}
