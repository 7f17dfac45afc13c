package dev.convene.calendar.invitation;

import dev.convene.contracts.JoinDetails.DialIn;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to join, with the passwords in clear: it goes to those who are invited, and nowhere else.
 *
 * @param phonePassword the digits for telephones and video systems
 */
record JoinBlock(
    URI link,
    @Nullable String meetingNumber,
    @Nullable String password,
    @Nullable String phonePassword,
    @Nullable String videoAddress,
    @Nullable String accessCode,
    List<DialIn> dialIns) {

  @Override
  public String toString() {
    return "JoinBlock[" + link.getHost() + "]";
  }
}
