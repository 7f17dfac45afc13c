package dev.convene.simulators.webex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the contract suite does with its target, and what it made there. */
final class Contract {
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");

  final WebexTarget target;
  final Web web;
  private final List<String> created = new ArrayList<>();

  Contract(WebexTarget target) {
    this.target = target;
    this.web = new Web(target.base(), target.token());
  }

  static Stream<WebexTarget> targets() {
    return Stream.concat(
        Stream.of(WebexTarget.simulatorAsUser(), WebexTarget.simulatorAsServiceApp()),
        WebexTarget.live().stream());
  }

  void cleanUp() {
    created.forEach(id -> web.delete(path(id) + "&sendEmail=false"));
  }

  static void assertRefused(Web.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("message").stringValue()).isNotBlank();
    assertThat(answer.json().path("trackingId").stringValue()).isNotBlank();
  }

  Web.Answer create(MeetingRequest request) {
    target.hostEmail().ifPresent(host -> request.with("hostEmail", host));
    Web.Answer answer = web.post("/v1/meetings", request.toString());
    if (answer.status() == 200) {
      VendorSchema.assertFits("CreateMeetingObject", request.json());
      created.add(id(answer.json()));
    }
    return answer;
  }

  Web.Answer patch(String id, String body) {
    String more = target.hostEmail().map(host -> ", \"hostEmail\": \"" + host + "\"").orElse("");
    String sent =
        body.strip().replaceFirst("}$", Matcher.quoteReplacement(more + ", \"sendEmail\": false}"));
    return web.patch("/v1/meetings/" + id, sent);
  }

  String hosted(String format, String id) {
    return format.formatted(
        id, target.hostEmail().map(host -> ", \"hostEmail\": \"" + host + "\"").orElse(""));
  }

  String host() {
    return target.hostEmail().map(host -> "&hostEmail=" + host).orElse("");
  }

  String path(String id) {
    return "/v1/meetings/" + id + "?current=false" + host();
  }

  String listPath(String query) {
    return "/v1/meetings?" + query + host();
  }

  Web.Answer list(String query) {
    Web.Answer answer = web.get(listPath(query));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  static String window() {
    return window("&max=100");
  }

  static String window(String more) {
    String from = Instant.now().minus(Duration.ofDays(1)).toString();
    String to = Instant.now().plus(Duration.ofDays(30)).toString();
    return "&meetingType=meetingSeries&from="
        + URLEncoder.encode(from, UTF_8)
        + "&to="
        + URLEncoder.encode(to, UTF_8)
        + more;
  }

  Web.Answer scheduled(String series) {
    return list(
        "meetingSeriesId=" + series + window().replace("meetingSeries&", "scheduledMeeting&"));
  }

  List<String> occurrences(String series) {
    return ids(scheduled(series));
  }

  long modified(String series) {
    return scheduled(series)
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.path("isModified").asBoolean(false))
        .count();
  }

  static Optional<String> next(Web.Answer page) {
    Matcher matcher = NEXT.matcher(page.header("Link").orElse(""));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  static List<String> ids(Web.Answer answer) {
    return answer.json().path("items").valueStream().map(Contract::id).toList();
  }

  static String id(JsonNode meeting) {
    return meeting.path("id").stringValue();
  }

  static List<String> tags(JsonNode meeting) {
    return meeting.path("integrationTags").valueStream().map(JsonNode::stringValue).toList();
  }

  static Instant instant(JsonNode meeting, String name) {
    return Instant.parse(meeting.path(name).stringValue());
  }
}
