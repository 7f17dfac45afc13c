package dev.convene.simulators.webex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What only a simulator of the XML API can be asked. */
class WebexXmlSimulatorIT {
  private final SimulatedWebex webex = new SimulatedWebex();
  private final XmlTarget target = XmlTarget.simulator(webex.base);
  private final XmlWeb administrator = new XmlWeb(target, target.account()).signedIn();

  @AfterEach
  void stop() {
    webex.close();
  }

  @Test
  void bothApisShowTheSameMeeting() {
    String key = create(administrator, "bob@contoso.example", "").text("meetingkey");

    JsonNode rest =
        webex
            .web
            .get(
                "/v1/meetings?hostEmail=bob@contoso.example&meetingType=meetingSeries"
                    + "&from=2027-03-01&to=2027-04-01&meetingNumber="
                    + key)
            .json()
            .path("items")
            .path(0);

    assertThat(rest.path("title").stringValue()).isEqualTo("Review");
    assertThat(rest.path("start").stringValue()).isEqualTo("2027-03-02T09:00:00Z");
    assertThat(rest.path("password").stringValue()).isEqualTo("Secret123");
  }

  @Test
  void theJournalAndFaultsTellOperationsApart() {
    webex.fault(
        "{\"kind\": \"status-after\", \"status\": 503, \"times\": 1,"
            + " \"path\": \"/WBXService/XMLService/meeting.CreateMeeting\"}");
    assertThat(administrator.ask("meeting.GetMeeting", "").exceptionId()).isEqualTo("060001");

    assertThat(create(administrator, "bob@contoso.example", "").status()).isEqualTo(503);

    JsonNode entry = webex.journal("path=/WBXService/XMLService/meeting.Create").path(0);
    assertThat(entry.path("route").stringValue())
        .isEqualTo("/WBXService/XMLService/meeting.CreateMeeting");
    assertThat(entry.path("mailbox").stringValue()).isEqualTo("bob@contoso.example");
    assertThat(entry.path("effect").stringValue()).isEqualTo("created");
  }

  @Test
  void whoIsNoAdministratorSchedulesAndListsForThemselvesAndTheirHostsOnly() {
    String token = WebexTarget.userToken(webex.base, "alice@contoso.example", "spark:all");
    XmlTarget hers =
        new XmlTarget(
            "hers", webex.base, "contoso", "alice@contoso.example", token, "alice@contoso.example");
    XmlWeb alice = new XmlWeb(hers, hers.account()).signedIn();

    assertThat(create(alice, "alice@contoso.example", "").success()).isTrue();
    assertThat(create(alice, "bob@contoso.example", "").exceptionId()).isEqualTo("000001");
    assertThat(
            alice
                .ask("meeting.LstsummaryMeeting", "<hostWebExID>bob@contoso.example</hostWebExID>")
                .exceptionId())
        .isEqualTo("000001");

    webex.web.post(
        "/v1/meetingPreferences/schedulingOptions/delegateEmails/insert"
            + "?userEmail=bob@contoso.example",
        "{\"emails\": [\"alice@contoso.example\"]}");

    assertThat(create(alice, "bob@contoso.example", "").success()).isTrue();
    assertThat(
            alice
                .ask("user.GetUser", "<webExId>alice@contoso.example</webExId>")
                .text("scheduleFor/webExID"))
        .isEqualTo("bob@contoso.example");
  }

  @Test
  void aTicketEndsAndIsWorthNothingWithoutItsToken() {
    webex.clock.pass(Duration.ofMinutes(90));
    assertThat(create(administrator, "bob@contoso.example", "").exceptionId()).isEqualTo("030047");

    administrator.with("").signedIn();
    webex.web.delete("/_sim/tokens");
    assertThat(create(administrator, "bob@contoso.example", "").exceptionId()).isEqualTo("030047");
  }

  @Test
  void onlyThoseAreMailedWhoShallBe() {
    String quiet =
        "<participants><attendees><attendee><person><name>Dave</name>"
            + "<email>carol@contoso.example</email></person>"
            + "<emailInvitations>%s</emailInvitations></attendee></attendees></participants>";
    String key =
        create(administrator, "bob@contoso.example", quiet.formatted("false")).text("meetingkey");
    administrator.ask(
        "ep.DelSession", "<sessionKey>" + key + "</sessionKey><sendEmail>false</sendEmail>");
    assertThat(webex.web.get("/_sim/outbox").json().path("items")).isEmpty();

    create(administrator, "bob@contoso.example", quiet.formatted("true"));
    assertThat(webex.web.get("/_sim/outbox?mailbox=carol@contoso.example").json().path("items"))
        .hasSize(1);
  }

  @Test
  void whatTheDocumentationDoesNotHaveIsRefused() {
    assertThat(create(administrator, "bob@contoso.example", "<metadata/>").success()).isFalse();
    assertThat(administrator.ask("meeting.MakeCoffee", "").success()).isFalse();
    assertThat(
            administrator
                .ask(
                    "meeting.CreateMeeting",
                    "<accessControl><meetingPassword>Secret123</meetingPassword></accessControl>"
                        + "<metaData><confName>x</confName></metaData>"
                        + "<schedule><startDate>2027-03-02T10:00:00</startDate></schedule>")
                .success())
        .isFalse();
    assertThat(
            administrator
                .send("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>")
                .success())
        .isFalse();
  }

  private XmlWeb.Answer create(XmlWeb web, String host, String more) {
    return web.ask(
        "meeting.CreateMeeting",
        "<accessControl><meetingPassword>Secret123</meetingPassword></accessControl>"
            + "<metaData><confName>Review</confName></metaData>"
            + more
            + "<schedule><startDate>03/02/2027 10:00:00</startDate><timeZoneID>25</timeZoneID>"
            + "<hostWebExID>"
            + host
            + "</hostWebExID></schedule>");
  }
}
