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
 * @param webLink the link that people click: absolute, http or https
 * @param meetingNumber digits, as dialled or typed
 * @param sealedPassword the meeting's password, sealed; absent where the meeting has none
 * @param sealedPhonePassword the digits for telephone and video systems, sealed
 * @param sipAddress for video systems
 * @param accessCode what a telephone caller types first
 * @param dialIns the first 50 that are given; the page behind the link has them all
 */
public record JoinDetails(
    URI webLink,
    @Nullable String meetingNumber,
    @Nullable String sealedPassword,
    @Nullable String sealedPhonePassword,
    @Nullable String sipAddress,
    @Nullable String accessCode,
    List<DialIn> dialIns) {

  private static final int MOST_DIAL_INS = 50;

  public JoinDetails {
    Checks.webAddress("webLink", webLink);
    Checks.present("dialIns", dialIns);
    meetingNumber = Checks.blankAsAbsent(meetingNumber);
    sealedPassword = Checks.blankAsAbsent(sealedPassword);
    sealedPhonePassword = Checks.blankAsAbsent(sealedPhonePassword);
    sipAddress = Checks.blankAsAbsent(sipAddress);
    accessCode = Checks.blankAsAbsent(accessCode);
    dialIns = List.copyOf(dialIns.subList(0, Math.min(dialIns.size(), MOST_DIAL_INS)));
  }

  /** A telephone number to call in by, with the vendor's own label for it. */
  public record DialIn(String label, String number) {

    public DialIn {
      Checks.notBlank("label", label);
      Checks.notBlank("number", number);
    }
  }
}
