package dev.convene.gateway.requests;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a text must be like to pass through both vendors unharmed.
 *
 * @param longest in UTF-16 units, which is the stricter way to count
 * @param severalLines whether line breaks and tabs may stand in it
 */
record TextRule(int longest, boolean severalLines) {

  static final TextRule TITLE = new TextRule(128, false);
  static final TextRule AGENDA = new TextRule(1300, true);
  static final TextRule NOTE = new TextRule(400, true);
  static final TextRule NAME = new TextRule(128, false);

  /** The text without blanks around it, or null when it was refused or is not there. */
  @Nullable String read(Fields fields, String name, @Nullable JsonNode value) {
    String text = fields.text(name, value, allowed());
    if (text == null) {
      return null;
    }
    String stripped = (severalLines ? text.replace("\r\n", "\n") : text).strip();
    if (stripped.isEmpty()) {
      fields.refuse(name, "blank", "This must not be blank.", allowed(), value);
      return null;
    }
    if (stripped.length() > longest) {
      String detail = "This is " + stripped.length() + " characters long.";
      fields.refuse(name, "too-long", detail, allowed(), value);
      return null;
    }
    if (!isClean(stripped)) {
      fields.refuse(
          name,
          "control-characters",
          "This holds control characters or half of a surrogate pair.",
          allowed(),
          null);
      return null;
    }
    return stripped;
  }

  private String allowed() {
    return "1 to %d characters%s".formatted(longest, severalLines ? "" : " on one line");
  }

  private boolean isClean(String text) {
    return text.codePoints()
        .allMatch(point ->
            switch (Character.getType(point)) {
              case Character.CONTROL -> severalLines && (point == '\n' || point == '\t');
              case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> severalLines;
              case Character.SURROGATE -> false;
              default -> true;
            });
  }
}
