package dev.convene.simulators.webex;

import static dev.convene.simulators.webex.Contract.assertRefused;
import static dev.convene.simulators.webex.Contract.id;
import static dev.convene.simulators.webex.Contract.ids;
import static dev.convene.simulators.webex.Contract.instant;
import static dev.convene.simulators.webex.Contract.next;
import static dev.convene.simulators.webex.Contract.tags;
import static dev.convene.simulators.webex.Contract.window;
import static dev.convene.simulators.webex.MeetingRequest.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What Webex is documented to do, continued: to list, to change and to delete. See {@link
 * WebexContractIT}.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
class WebexContractChangesIT {
  private final Contract contract;

  WebexContractChangesIT(WebexTarget target) {
    this.contract = new Contract(target);
  }

  static Stream<WebexTarget> targets() {
    return Contract.targets();
  }

  @AfterEach
  void nothingIsLeftBehind() {
    contract.cleanUp();
  }

  @Test
  void aListByTagFindsThatMeetingOnly() {
    MeetingRequest request = aMeeting();
    String id = id(contract.create(request).json());
    contract.create(aMeeting());

    assertThat(ids(contract.list("integrationTag=" + request.tag() + window())))
        .containsExactly(id);
    assertThat(ids(contract.list("integrationTag=" + UUID.randomUUID() + window()))).isEmpty();
  }

  @Test
  void aListWithoutBoundsShowsTheNextSevenDays() {
    String soon = id(contract.create(aMeeting()).json());
    MeetingRequest later = aMeeting().inDays(12, 30);
    String far = id(contract.create(later).json());

    assertThat(ids(contract.list("meetingType=meetingSeries&max=100")))
        .contains(soon)
        .doesNotContain(far);
    assertThat(ids(contract.list("integrationTag=" + later.tag()))).isEmpty();
    assertThat(ids(contract.list("integrationTag=" + later.tag() + window()))).containsExactly(far);
  }

  @Test
  void aListGoesOnWhereItsLinkLeads() {
    String tag = "pages-" + UUID.randomUUID();
    List<String> expected = new ArrayList<>();
    for (int day = 1; day <= 3; day++) {
      expected.add(id(contract.create(aMeeting().inDays(day, 30).tagged(tag)).json()));
    }

    List<String> found = new ArrayList<>();
    Optional<String> next =
        Optional.of(contract.listPath("integrationTag=" + tag + window("&max=2")));
    while (next.isPresent()) {
      Web.Answer page = contract.web.get(next.get());
      assertThat(page.json().path("items").size()).isLessThanOrEqualTo(2);
      found.addAll(ids(page));
      next = next(page);
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aPatchChangesWhatItNamesAndNothingElse() {
    JsonNode before = contract.create(aMeeting().with("agenda", "Old")).json();

    Web.Answer answer =
        contract.patch(id(before), "{\"title\": \"Another title\", \"agenda\": null}");

    assertThat(answer.status()).isEqualTo(200);
    JsonNode after = answer.json();
    assertThat(after.path("title").stringValue()).isEqualTo("Another title");
    assertThat(after.path("agenda").asString("")).isEmpty();
    assertThat(after.path("start")).isEqualTo(before.path("start"));
    assertThat(after.path("webLink")).isEqualTo(before.path("webLink"));
    assertThat(tags(after)).isEqualTo(tags(before));
  }

  @Test
  void aPatchMovesAMeeting() {
    JsonNode before = contract.create(aMeeting()).json();
    LocalDateTime start = MeetingRequest.tomorrowAtTen().plusDays(1);

    JsonNode after =
        contract
            .patch(
                id(before),
                """
                {"start": "%s", "end": "%s", "timezone": "%s"}
                """
                    .formatted(start, start.plusHours(1), MeetingRequest.ZONE))
            .json();

    assertThat(instant(after, "start")).isEqualTo(start.atZone(MeetingRequest.ZONE).toInstant());
    assertThat(after.path("meetingNumber")).isEqualTo(before.path("meetingNumber"));
  }

  @Test
  void aPatchWithNoTagsDeletesThemAll() {
    MeetingRequest request = aMeeting();
    String id = id(contract.create(request).json());

    assertThat(contract.patch(id, "{\"integrationTags\": []}").status()).isEqualTo(200);

    assertThat(ids(contract.list("integrationTag=" + request.tag() + window()))).isEmpty();
  }

  @Test
  void aDeletedMeetingIsGone() {
    MeetingRequest request = aMeeting();
    String id = id(contract.create(request).json());

    assertThat(contract.web.delete(contract.path(id) + "&sendEmail=false").status()).isEqualTo(204);

    assertThat(contract.web.get(contract.path(id)).status()).isEqualTo(404);
    assertThat(contract.web.delete(contract.path(id) + "&sendEmail=false").status()).isEqualTo(404);
    assertThat(ids(contract.list("integrationTag=" + request.tag() + window()))).isEmpty();
  }

  @Test
  void aMeetingThatNeverWasIsNotFound() {
    Web.Answer answer = contract.web.get(contract.path("0123456789abcdef0123456789abcdef"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("trackingId").stringValue()).isNotBlank();
  }

  @Test
  void aSeriesHasItsOccurrencesAndLosesOneAlone() {
    String series = id(contract.create(aMeeting().with("recurrence", "FREQ=DAILY;COUNT=3")).json());

    List<String> dates = contract.occurrences(series);
    assertThat(dates).hasSize(3).allMatch(id -> id.matches(series + "_[0-9]{8}T[0-9]{6}Z"));
    assertThat(contract.web.delete(contract.path(dates.get(1)) + "&sendEmail=false").status())
        .isEqualTo(204);

    assertThat(contract.occurrences(series)).containsExactly(dates.get(0), dates.get(2));
  }

  @Test
  void aSeriesThatMovesLosesWhatWasChangedOnSingleDates() {
    String series = id(contract.create(aMeeting().with("recurrence", "FREQ=DAILY;COUNT=3")).json());
    String second = contract.occurrences(series).get(1);
    assertThat(contract.patch(second, "{\"title\": \"Only this time\"}").status()).isEqualTo(200);
    assertThat(contract.modified(series)).isEqualTo(1);

    LocalDateTime start = MeetingRequest.tomorrowAtTen().plusHours(2);
    contract.patch(
        series, "{\"start\": \"%s\", \"end\": \"%s\"}".formatted(start, start.plusHours(1)));

    assertThat(contract.modified(series)).isZero();
  }

  @Test
  void anOccurrenceCannotCrossTheNextOnesDay() {
    String series = id(contract.create(aMeeting().with("recurrence", "FREQ=DAILY;COUNT=3")).json());
    String second = contract.occurrences(series).get(1);
    LocalDateTime crossed = MeetingRequest.tomorrowAtTen().plusDays(2);

    Web.Answer answer =
        contract.patch(
            second,
            "{\"start\": \"%s\", \"end\": \"%s\"}".formatted(crossed, crossed.plusMinutes(30)));

    assertRefused(answer);
    assertThat(answer.complaint()).contains("two_meeting_schedule_at_same_day");
  }

  @Test
  void somebodyIsInvitedOnlyOnce() {
    String id = id(contract.create(aMeeting()).json());
    String invitee =
        contract.hosted(
            "{\"meetingId\": \"%s\", \"email\": \"dave@contoso.example\", \"sendEmail\": false%s}",
            id);

    Web.Answer first = contract.web.post("/v1/meetingInvitees", invitee);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().path("id").stringValue()).startsWith(id + "_");
    assertThat(contract.web.post("/v1/meetingInvitees", invitee).status()).isEqualTo(409);
    assertThat(ids(contract.web.get("/v1/meetingInvitees?meetingId=" + id + contract.host())))
        .hasSize(1);
  }
}
