package dev.convene.simulators.webex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What public material shows of Webex's XML API, asked of the simulator always, and of a live site
 * where {@code WEBEX_XML_LIVE_TOKEN}, {@code _SITE} and {@code _ACCOUNT} are set. Whatever a test
 * creates it deletes.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
class WebexXmlContractIT {
  private final XmlTarget target;
  private final XmlWeb web;
  private final List<String> created = new ArrayList<>();

  WebexXmlContractIT(XmlTarget target) {
    this.target = target;
    this.web = new XmlWeb(target, target.account());
  }

  static Stream<XmlTarget> targets() {
    return XmlTarget.all();
  }

  @BeforeEach
  void signIn() {
    web.signedIn();
  }

  @AfterEach
  void nothingIsLeftBehind() {
    created.forEach(this::delete);
  }

  @Test
  void aCreateIsAnsweredWithTheKeyAndThePassword() {
    XmlWeb.Answer answer = create("Contract check", start(), 25);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.success()).isTrue();
    assertThat(answer.text("meetingkey")).matches("[0-9]{9,12}");
    assertThat(answer.text("meetingPassword")).isEqualTo("C!sco1234");
    assertThat(answer.text("iCalendarURL/attendee")).startsWith("https://");
  }

  @Test
  void whatWasCreatedCanBeReadWithItsLinkAndItsAgenda() {
    String key = create("A & B <c>", start(), 25).text("meetingkey");

    XmlWeb.Answer meeting = web.ask("meeting.GetMeeting", "<meetingKey>" + key + "</meetingKey>");

    assertThat(meeting.text("meetingkey")).isEqualTo(key);
    assertThat(meeting.text("meetingLink")).startsWith("https://");
    assertThat(meeting.text("accessControl/meetingPassword")).isEqualTo("C!sco1234");
    assertThat(meeting.text("metaData/confName")).isEqualTo("A & B <c>");
    assertThat(meeting.text("metaData/agenda")).isEqualTo("One\n\nTwo & three");
    assertThat(meeting.text("schedule/startDate")).isEqualTo(date(start()));
    assertThat(meeting.text("schedule/timeZoneID")).isEqualTo("25");
    assertThat(meeting.text("schedule/timeZone")).isEqualTo("GMT+01:00, Europe (Berlin)");
    assertThat(meeting.text("schedule/duration")).isEqualTo("30");
    assertThat(meeting.text("schedule/hostWebExID")).isEqualTo(target.host());
  }

  @Test
  void aListIsOfOneHostAndOneTimeAndTellsNoAgenda() {
    LocalDateTime other = start().plusDays(30);
    create("Today", start(), 25);
    String key = create("Later", other, 25).text("meetingkey");

    XmlWeb.Answer list = list(other.minusMinutes(5), other.plusMinutes(5), "");

    assertThat(keys(list)).containsExactly(key);
    assertThat(list.text("meeting/confName")).isEqualTo("Later");
    assertThat(list.text("meeting/startDate")).isEqualTo(date(other));
    assertThat(list.text("meeting/timeZoneID")).isEqualTo("25");
    assertThat(list.text("meeting/agenda")).isNull();
    assertThat(list.text("matchingRecords/total")).isEqualTo("1");
  }

  @Test
  void aListGoesOnFromTheNumberThatIsAskedFor() {
    LocalDateTime day = start().plusDays(31);
    for (int i = 0; i < 3; i++) {
      create("Pages", day.plusHours(i), 25);
    }
    String control = "<startFrom>%d</startFrom><maximumNum>2</maximumNum>";

    XmlWeb.Answer first = list(day, day.plusHours(4), control.formatted(1));
    XmlWeb.Answer second = list(day, day.plusHours(4), control.formatted(3));

    assertThat(first.text("matchingRecords/total")).isEqualTo("3");
    assertThat(keys(first)).hasSize(2);
    assertThat(keys(second)).hasSize(1).doesNotContainAnyElementsOf(keys(first));
  }

  @Test
  void aListOfNothingIsAFailure() {
    XmlWeb.Answer list = list(start().plusYears(1), start().plusYears(1), "");

    assertThat(list.status()).isEqualTo(200);
    assertThat(list.exceptionId()).isEqualTo("000015");
  }

  @Test
  void aDeletedMeetingIsGone() {
    String key = create("Gone", start(), 25).text("meetingkey");

    assertThat(delete(key).success()).isTrue();

    assertThat(delete(key).exceptionId()).isEqualTo("060001");
    XmlWeb.Answer read = web.ask("meeting.GetMeeting", "<meetingKey>" + key + "</meetingKey>");
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.exceptionId()).isEqualTo("060001");
    assertThat(web.ask("meeting.DelMeeting", "<meetingKey>" + key + "</meetingKey>").exceptionId())
        .isEqualTo("060001");
  }

  @Test
  void aMeetingWithoutAPasswordIsRefused() {
    XmlWeb.Answer answer =
        web.ask(
            "meeting.CreateMeeting",
            "<metaData><confName>Open</confName></metaData><schedule><startDate>"
                + date(start())
                + "</startDate></schedule>");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.success()).isFalse();
    assertThat(answer.exceptionId()).isEqualTo("060026");
  }

  @Test
  void aTicketThatIsNoneIsRefused() {
    XmlWeb.Answer answer =
        new XmlWeb(target, target.account())
            .with("no-such-ticket")
            .ask("user.GetUser", "<webExId>" + target.account() + "</webExId>");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.exceptionId()).isEqualTo("030047");
  }

  @Test
  void aUserCanReadThemselves() {
    XmlWeb.Answer user = web.ask("user.GetUser", "<webExId>" + target.account() + "</webExId>");

    assertThat(user.text("webExId")).isEqualToIgnoringCase(target.account());
    assertThat(user.text("active")).isEqualTo("ACTIVATED");
  }

  private XmlWeb.Answer create(String name, LocalDateTime start, int zone) {
    XmlWeb.Answer answer =
        web.ask(
            "meeting.CreateMeeting",
            """
            <accessControl><meetingPassword>C!sco1234</meetingPassword></accessControl>
            <metaData>
              <confName>%s</confName>
              <agenda>One\n\nTwo &amp; three</agenda>
            </metaData>
            <schedule>
              <startDate>%s</startDate>
              <timeZoneID>%d</timeZoneID>
              <duration>30</duration>
              <hostWebExID>%s</hostWebExID>
            </schedule>
            """
                .formatted(
                    name.replace("&", "&amp;").replace("<", "&lt;"),
                    date(start),
                    zone,
                    target.host()));
    if (answer.success()) {
      created.add(answer.text("meetingkey"));
    }
    return answer;
  }

  private XmlWeb.Answer delete(String key) {
    return web.ask(
        "ep.DelSession", "<sessionKey>" + key + "</sessionKey><sendEmail>false</sendEmail>");
  }

  private XmlWeb.Answer list(LocalDateTime from, LocalDateTime to, String control) {
    return web.ask(
        "meeting.LstsummaryMeeting",
        """
        <listControl>%s</listControl>
        <order><orderBy>STARTTIME</orderBy><orderAD>ASC</orderAD></order>
        <dateScope>
          <startDateStart>%s</startDateStart>
          <startDateEnd>%s</startDateEnd>
          <timeZoneID>25</timeZoneID>
        </dateScope>
        <hostWebExID>%s</hostWebExID>
        """
            .formatted(control, date(from), date(to), target.host()));
  }

  private static List<String> keys(XmlWeb.Answer list) {
    return list.content().children().stream()
        .filter(child -> child.name().equals("meeting"))
        .map(meeting -> meeting.text("meetingKey"))
        .toList();
  }

  private static LocalDateTime start() {
    return MeetingRequest.tomorrowAtTen();
  }

  private static String date(LocalDateTime time) {
    return XmlMeetingForm.DATE.format(time);
  }
}
