package dev.convene.contracts;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to join a Webex meeting.
 *
 * <p>What lets somebody in never stands here in clear: the two passwords are sealed with the key
 * that only the services hold, so that whoever reads a topic or a log cannot join. The host key is
 * not carried at all.
 *
 * @param webLink the link that people click
 * @param meetingNumber digits, as dialled or typed
 * @param sealedPassword the meeting's password, sealed; absent where the meeting has none
 * @param sealedPhonePassword the digits for telephone and video systems, sealed
 * @param sipAddress for video systems
 * @param accessCode what a telephone caller types first
 */
public record JoinDetails(
    URI webLink,
    @Nullable String meetingNumber,
    @Nullable String sealedPassword,
    @Nullable String sealedPhonePassword,
    @Nullable String sipAddress,
    @Nullable String accessCode,
    List<DialIn> dialIns) {

  public JoinDetails {
    Checks.present("webLink", webLink);
    Checks.present("dialIns", dialIns);
    dialIns = List.copyOf(dialIns);
  }

  /** A telephone number to call in by, with the vendor's own label for it. */
  public record DialIn(String label, String number) {}
}
