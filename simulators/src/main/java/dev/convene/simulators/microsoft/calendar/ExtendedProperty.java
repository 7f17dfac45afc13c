package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.microsoft.odata.GraphErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A single-value extended property.
 *
 * @param id such as {@code String {66f5a359-4659-4830-9070-00047ec6ac6e} Name meetingRef}; its case
 *     matters
 * @param value its case does not matter to a filter
 */
public record ExtendedProperty(String id, String value) {
  private static final Pattern ID =
      Pattern.compile(
          "[A-Za-z]+ (\\{[0-9A-Fa-f-]{36}\\} (Name .+|Id 0x[0-9A-Fa-f]+)|0x[0-9A-Fa-f]+)");

  static List<ExtendedProperty> read(JsonNode properties) {
    List<ExtendedProperty> found = new ArrayList<>();
    for (JsonNode property : properties) {
      String id = property.path("id").asString("");
      if (!ID.matcher(id).matches() || !property.path("value").isString()) {
        throw GraphErrors.invalidProperty(
                "A single-value extended property has an id of the form"
                    + " '{type} {guid} Name {name}' and a value.")
            .refused();
      }
      // Thousands of events have the same id: one copy for all.
      found.add(new ExtendedProperty(id.intern(), property.path("value").stringValue()));
    }
    return List.copyOf(found);
  }

  /** What an index has it under. */
  String key() {
    return key(id, value);
  }

  static String key(String id, String value) {
    return id + '\u0000' + value.toLowerCase(Locale.ROOT);
  }
}
