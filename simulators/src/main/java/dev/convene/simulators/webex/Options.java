package dev.convene.simulators.webex;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The rules on a meeting's options, each by itself. */
final class Options {
  private static final int MAX_TAGS = 3;
  private static final int MAX_TAG = 64;
  private static final int MAX_INVITEES = 1000;
  private static final int MAX_TRACKING_CODE = 120;
  private static final Set<Integer> JOIN_BEFORE_HOST = Set.of(0, 5, 10, 15);
  private static final List<String> JOIN_SECURITY =
      List.of("allowJoin", "allowJoinWithLobby", "blockFromJoin");

  private Options() {}

  static void check(JsonNode body, Problems problems) {
    tags(body.path("integrationTags"), problems);
    JsonNode minutes = body.path("joinBeforeHostMinutes");
    problems.addUnless(
        minutes.isMissingNode() || JOIN_BEFORE_HOST.contains(minutes.asInt(-1)),
        "Parameter 'joinBeforeHostMinutes' must be 0, 5, 10 or 15.");
    JsonNode security = body.path("unlockedMeetingJoinSecurity");
    problems.addUnless(
        security.isMissingNode() || JOIN_SECURITY.contains(security.asString()),
        "Parameter 'unlockedMeetingJoinSecurity' must be one of " + JOIN_SECURITY + ".");
    JsonNode type = body.path("scheduledType");
    problems.addUnless(
        type.isMissingNode() || type.asString().equals("meeting"),
        "Parameter 'scheduledType' must be 'meeting' on this site.");
    problems.addUnless(
        !body.path("enableConnectAudioBeforeHost").asBoolean(false)
            || body.path("enabledJoinBeforeHost").asBoolean(false),
        "Parameter 'enableConnectAudioBeforeHost' needs 'enabledJoinBeforeHost'.");
    JsonNode recurrence = body.path("recurrence");
    problems.addUnless(
        !body.has("registration") || !recurrence.isString(),
        "Parameter 'registration' cannot be used for a recurring meeting.");
    site(body.path("siteUrl"), problems);
    trackingCodes(body.path("trackingCodes"), problems);
    invitees(body.path("invitees"), problems);
  }

  private static void tags(JsonNode tags, Problems problems) {
    problems.addUnless(
        tags.size() <= MAX_TAGS
            && tags.valueStream()
                .allMatch(tag ->
                    tag.isString()
                        && !tag.stringValue().isEmpty()
                        && tag.stringValue().length() <= MAX_TAG),
        "Parameter 'integrationTags' may have at most 3 tags of at most 64 characters.");
  }

  private static void site(JsonNode site, Problems problems) {
    problems.addUnless(
        site.isMissingNode() || site.asString().equals(Sites.URL),
        "Parameter 'siteUrl' must be '" + Sites.URL + "'.");
  }

  private static void trackingCodes(JsonNode codes, Problems problems) {
    problems.addUnless(
        codes
            .valueStream()
            .allMatch(code ->
                fits(code.path("name"), MAX_TRACKING_CODE)
                    && fits(code.path("value"), MAX_TRACKING_CODE)),
        "Parameter 'trackingCodes' must have a name and a value of at most 120 characters each.");
  }

  private static boolean fits(JsonNode text, int max) {
    return text.isString() && text.stringValue().length() <= max;
  }

  private static void invitees(JsonNode invitees, Problems problems) {
    problems.addUnless(
        invitees.size() <= MAX_INVITEES, "Parameter 'invitees' may have at most 1000 items.");
    invitees.forEach(invitee ->
        Invitee.problem(invitee).ifPresent(text -> problems.add("Parameter 'invitees': " + text)));
  }
}
