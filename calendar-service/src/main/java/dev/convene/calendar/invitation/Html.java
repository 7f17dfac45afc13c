package dev.convene.calendar.invitation;

import java.util.List;
import java.util.stream.Collectors;
import org.owasp.encoder.Encode;

/** Markup that is safe to send: text gets into it only escaped. */
record Html(String markup) {

  static final Html NOTHING = new Html("");

  /** For an element's content and for a double-quoted attribute. */
  static Html text(String text) {
    return new Html(Encode.forHtml(text));
  }

  /** Text that keeps its line breaks. */
  static Html lines(String text) {
    return new Html(
        text.strip()
            .lines()
            .map(line -> Encode.forHtmlContent(line.stripTrailing()))
            .collect(Collectors.joining("<br>\n")));
  }

  static Html all(List<Html> parts) {
    return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
  }

  boolean isNothing() {
    return markup.isEmpty();
  }

  Html and(Html next) {
    return new Html(markup + next.markup);
  }
}
