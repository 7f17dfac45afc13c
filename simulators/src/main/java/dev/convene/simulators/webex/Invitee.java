package dev.convene.simulators.webex;

import dev.convene.simulators.http.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody invited on the Webex side.
 *
 * @param id meeting id and number
 * @param email as given
 */
record Invitee(String id, String meetingId, String email, String displayName, boolean coHost) {
  private static final int MAX_NAME = 128;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,255}");

  static Optional<String> problem(JsonNode given) {
    JsonNode email = given.path("email");
    if (!email.isString() || !EMAIL.matcher(email.stringValue()).matches()) {
      return Optional.of("'email' is not a mail address.");
    }
    JsonNode name = given.path("displayName");
    return name.isMissingNode() || (name.isString() && name.stringValue().length() <= MAX_NAME)
        ? Optional.empty()
        : Optional.of("'displayName' must have at most 128 characters.");
  }

  static Invitee from(JsonNode given, String meetingId, long number) {
    String email = given.path("email").stringValue();
    return new Invitee(
        meetingId + "_" + number,
        meetingId,
        email,
        given.path("displayName").asString(email),
        given.path("coHost").asBoolean(false));
  }

  /** As one address is compared with another. */
  String key() {
    return email.toLowerCase(Locale.ROOT);
  }

  ObjectNode json() {
    return Json.object()
        .put("id", id)
        .put("email", email)
        .put("displayName", displayName)
        .put("coHost", coHost)
        .put("panelist", false)
        .put("meetingId", meetingId);
  }
}
