package dev.convene.simulators.webex;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The documented fields of a meeting's body, and of what kind their values are. */
enum Field {
  TEXT("a text"),
  FLAG("true or false"),
  NUMBER("a number"),
  OBJECT("an object"),
  LIST("a list");

  private static final Map<String, Field> PATCH = new LinkedHashMap<>();
  private static final Map<String, Field> CREATE = new LinkedHashMap<>();

  /** Those that a null clears. */
  private static final Set<String> NULLABLE =
      Set.of("agenda", "recurrence", "trackingCodes", "integrationTags");

  static {
    put(PATCH, TEXT, "title", "agenda", "password", "start", "end", "timezone", "recurrence");
    put(PATCH, TEXT, "unlockedMeetingJoinSecurity", "panelistPassword", "hostEmail");
    put(PATCH, FLAG, "enabledAutoRecordMeeting", "allowAnyUserToBeCoHost", "sendEmail");
    put(PATCH, FLAG, "enabledJoinBeforeHost", "enableConnectAudioBeforeHost", "excludePassword");
    put(PATCH, FLAG, "publicMeeting", "enabledWebcastView", "enableAutomaticLock");
    put(PATCH, FLAG, "allowFirstUserToBeCoHost", "allowAuthenticatedDevices");
    put(PATCH, FLAG, "enabledBreakoutSessions", "enabledAudioWatermark", "enabledVisualWatermark");
    put(PATCH, FLAG, "requireAttendeeLogin", "restrictToInvitees", "enabledLiveStream");
    put(PATCH, NUMBER, "joinBeforeHostMinutes", "reminderTime", "sessionTypeId");
    put(PATCH, NUMBER, "automaticLockMinutes", "visualWatermarkOpacity");
    put(PATCH, OBJECT, "meetingOptions", "attendeePrivileges", "audioConnectionOptions");
    put(PATCH, OBJECT, "liveStream");
    put(PATCH, LIST, "integrationTags", "trackingCodes");

    CREATE.putAll(PATCH);
    put(CREATE, FLAG, "adhoc");
    put(CREATE, TEXT, "roomId", "templateId", "scheduledType", "siteUrl");
    put(CREATE, OBJECT, "registration", "simultaneousInterpretation");
    put(CREATE, LIST, "invitees", "breakoutSessions");
  }

  private final String described;

  Field(String described) {
    this.described = described;
  }

  private static void put(Map<String, Field> fields, Field kind, String... names) {
    for (String name : names) {
      fields.put(name, kind);
    }
  }

  /** Names each field that is unknown, and each whose value is of the wrong kind. */
  static void check(JsonNode body, boolean creating, boolean refuseUnknown, Problems problems) {
    Map<String, Field> fields = creating ? CREATE : PATCH;
    body.properties()
        .forEach(property -> {
          String name = property.getKey();
          Field kind = fields.get(name);
          if (kind == null) {
            problems.addUnless(!refuseUnknown, "Parameter '" + name + "' is not supported.");
          } else if (!kind.fits(property.getValue()) && !mayBeNull(name, property.getValue())) {
            problems.add("Parameter '" + name + "' must be " + kind.described + ".");
          }
        });
  }

  private static boolean mayBeNull(String name, JsonNode value) {
    return value.isNull() && NULLABLE.contains(name);
  }

  private boolean fits(JsonNode value) {
    return switch (this) {
      case TEXT -> value.isString();
      case FLAG -> value.isBoolean();
      case NUMBER -> value.isNumber();
      case OBJECT -> value.isObject();
      case LIST -> value.isArray();
    };
  }
}
