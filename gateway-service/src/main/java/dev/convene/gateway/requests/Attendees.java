package dev.convene.gateway.requests;

import dev.convene.contracts.Attendee;
import dev.convene.contracts.AttendeeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who is invited: each mailbox once, and never the host, whose calendar it is. */
final class Attendees {

  static final List<String> FIELDS = List.of("email", "name", "type");

  private static final int MOST = 500;
  private static final String NAME = "attendees";
  private static final String ALLOWED = "an array of at most " + MOST + " attendees";
  private static final String ALLOWED_TYPES = "required, optional, resource";

  private final Refusals refusals;
  private final Map<String, Integer> seen = new HashMap<>();
  private final @Nullable String host;

  private Attendees(Refusals refusals, @Nullable String host) {
    this.refusals = refusals;
    this.host = host;
  }

  static List<Attendee> read(Fields fields, @Nullable String host) {
    JsonNode value = fields.optional(NAME);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      fields.refuse(NAME, "not-an-array", "This must be an array.", ALLOWED, value);
      return List.of();
    }
    if (value.size() > MOST) {
      fields.refuse(NAME, "too-many", "These are " + value.size() + ".", ALLOWED, null);
      return List.of();
    }
    return new Attendees(fields.refusals(), host).readAll(value);
  }

  private List<Attendee> readAll(JsonNode array) {
    List<Attendee> attendees = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      Fields fields = Fields.of(array.get(i), "/" + NAME + "/" + i, FIELDS, refusals);
      if (fields != null) {
        String name = TextRule.NAME.read(fields, "name", fields.optional("name"));
        AttendeeType type = type(fields);
        String email = email(fields, i);
        if (email != null && type != null) {
          attendees.add(new Attendee(email, name, type));
        }
      }
    }
    return attendees;
  }

  private @Nullable String email(Fields fields, int index) {
    JsonNode value = fields.required("email", Mailbox.ALLOWED);
    String email = Mailbox.read(fields, "email", value);
    if (email == null) {
      return null;
    }
    if (email.equals(host)) {
      String detail = "This is the host, who needs no invitation.";
      fields.refuse("email", "is-the-host", detail, "anybody but the host", value);
      return null;
    }
    Integer first = seen.putIfAbsent(email, index);
    if (first != null) {
      String detail = "The attendee at " + first + " has the same address.";
      fields.refuse("email", "duplicate", detail, "each address once", value);
      return null;
    }
    return email;
  }

  private static @Nullable AttendeeType type(Fields fields) {
    JsonNode value = fields.optional("type");
    if (value == null) {
      return AttendeeType.REQUIRED;
    }
    if (value.isString()) {
      for (AttendeeType type : AttendeeType.values()) {
        if (type.name().toLowerCase(Locale.ROOT).equals(value.stringValue())) {
          return type;
        }
      }
    }
    fields.refuse("type", "not-one-of", "There is no such type.", ALLOWED_TYPES, value);
    return null;
  }
}
