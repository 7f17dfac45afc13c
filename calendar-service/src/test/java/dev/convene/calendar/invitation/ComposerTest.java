package dev.convene.calendar.invitation;

import static dev.convene.calendar.invitation.Samples.SEAL;
import static dev.convene.calendar.invitation.Samples.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.Attendee;
import dev.convene.contracts.MeetingCreated;
import dev.convene.contracts.RequestMode;
import dev.convene.contracts.Requester;
import dev.convene.defaults.sealing.Seal;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComposerTest {

  @Test
  void everythingThatOutlookShowsComesFromTheMeeting() {
    Invitation invitation = aMeeting().invitation();
    assertThat(invitation.mailbox()).isEqualTo("bob@contoso.example");
    assertThat(invitation.subject()).isEqualTo("Quarterly review");
    assertThat(invitation.start()).isEqualTo(time("2026-12-01T10:00", "W. Europe Standard Time"));
    assertThat(invitation.end()).isEqualTo(time("2026-12-01T11:30", "W. Europe Standard Time"));
    assertThat(invitation.attendees()).extracting(Attendee::email).hasSize(3);
    assertThat(invitation.reminderMinutes()).isEqualTo(10);
    assertThat(invitation.place().displayName())
        .isEqualTo(
            "Webex https://contoso.webex.com/contoso/j.php?MTID=m0f3a5c9d2b7e41668c2a9d4e5f60718b");
    assertThat(invitation.place().uri()).hasHost("contoso.webex.com");
  }

  @Test
  void composingTwiceYieldsTheSame() {
    MeetingCreated created = aMeeting().created();
    Composer composer = new Composer(SEAL);
    assertThat(composer.compose(created)).isEqualTo(composer.compose(created));
  }

  @Test
  void aGenerationHasItsOwnTransactionAndKeepsTheMark() {
    Invitation first = aMeeting().invitation();
    Invitation second = aMeeting().inGeneration(2).invitation();
    Invitation other = aMeeting().withId(UUID.randomUUID()).invitation();
    assertThat(first.transactionId()).isEqualTo(aMeeting().invitation().transactionId());
    assertThat(second.transactionId()).isNotEqualTo(first.transactionId());
    assertThat(second.meetingId()).isEqualTo(first.meetingId());
    assertThat(other.transactionId()).isNotEqualTo(first.transactionId());
    // A release that computed another id would invite everybody a second time.
    assertThat(first.transactionId()).hasToString("b76152cf-db19-300c-9941-953182c3b76e");
  }

  @Test
  void aZoneThatOutlookDoesNotKnowIsRefused() {
    Composition composed =
        compose(aMeeting().at("2026-12-01T10:00", "2026-12-01T11:00", "Antarctica/Troll"));
    assertThat(composed)
        .isInstanceOfSatisfying(
            Composition.Impossible.class,
            impossible -> {
              assertThat(impossible.reason().code()).isEqualTo("calendar.time-zone-unknown");
              assertThat(impossible.reason().message()).contains("Antarctica/Troll");
            });
  }

  @Test
  void aTimeThatTheClockShowsTwiceIsSaidInUtcAndMeansTheEarlier() {
    Invitation invitation =
        aMeeting().at("2027-10-31T02:30", "2027-10-31T03:30", "Europe/Berlin").invitation();
    assertThat(invitation.start()).isEqualTo(time("2027-10-31T00:30", "UTC"));
    assertThat(invitation.end()).isEqualTo(time("2027-10-31T02:30", "UTC"));
  }

  @Test
  void anEndThatTheClockShowsTwiceIsSaidInUtc() {
    Invitation invitation =
        aMeeting().at("2027-10-31T01:30", "2027-10-31T02:30", "Europe/Berlin").invitation();
    assertThat(invitation.start()).isEqualTo(time("2027-10-30T23:30", "UTC"));
    assertThat(invitation.end()).isEqualTo(time("2027-10-31T00:30", "UTC"));
  }

  @Test
  void theHourAfterTheClockWasSetBackKeepsItsZone() {
    Invitation invitation =
        aMeeting().at("2027-10-31T03:00", "2027-10-31T04:00", "Europe/Berlin").invitation();
    assertThat(invitation.start().zone()).isEqualTo("W. Europe Standard Time");
  }

  @Test
  void nothingInTheLocationWakesTheCalendarConnector() {
    for (String link :
        new String[] {
          "https://contoso.webex.com/j.php?for=bob@webex.com",
          "https://contoso.webex.com/j.php?for=bob@Meet",
        }) {
      Place place = aMeeting().withLink(link).invitation().place();
      assertThat(place.displayName()).isEqualTo("Webex");
      assertThat(place.uri()).isNull();
    }
  }

  @Test
  void aLinkThatIsTooLongForALocationLeavesItsNameThere() {
    String link = "https://contoso.webex.com/j.php?MTID=" + "m".repeat(300);
    Place place = aMeeting().withLink(link).invitation().place();
    assertThat(place.displayName()).isEqualTo("Webex");
    assertThat(place.uri()).isEqualTo(URI.create(link));
  }

  @Test
  void aTitleStaysOnOneLine() {
    assertThat(aMeeting().withTitle("Plan\r\nBcc: all\u0007 ").invitation().subject())
        .isEqualTo("Plan Bcc: all");
  }

  @Test
  void aPasswordOfAnotherKeysetBlocksTheInvitationAndIsNotLost() {
    Composer composer = new Composer(Seal.withKeyset(Seal.newKeyset()));
    assertThat(composer.compose(aMeeting().created()))
        .isInstanceOfSatisfying(
            Composition.Blocked.class,
            blocked ->
                assertThat(blocked.reason().code()).isEqualTo("calendar.password-unreadable"));
  }

  @Test
  void whoAskedIsNamedAsGuestsKnowThem() {
    Requester alice =
        new Requester("0d0c", "convene-portal", "alice@contoso.example", RequestMode.DELEGATED);
    assertThat(aMeeting().requestedBy(alice).invitation().html())
        .contains("alice@contoso.example")
        .doesNotContain("convene-portal", "0d0c");
    assertThat(aMeeting().requestedBy(alice).hostedBy("alice@contoso.example").invitation().html())
        .doesNotContain("alice@contoso.example", "convene-portal", "0d0c");
    Requester system = new Requester("crm", "crm", null, RequestMode.APPLICATION);
    assertThat(aMeeting().requestedBy(system).invitation().html()).contains("crm");
  }

  @Test
  void noPasswordIsShownInALog() {
    Invitation invitation = aMeeting().requestedBy(new Requester("x", null)).invitation();
    assertThat(invitation.html()).contains("Xk7mPq2RtW9");
    assertThat(invitation.toString()).doesNotContain("Xk7mPq2RtW9");
  }

  private static Composition compose(Samples meeting) {
    return new Composer(SEAL).compose(meeting.created());
  }

  private static EventTime time(String local, String zone) {
    return new EventTime(LocalDateTime.parse(local), zone);
  }
}
