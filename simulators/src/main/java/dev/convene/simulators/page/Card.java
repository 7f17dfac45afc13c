package dev.convene.simulators.page;

import java.util.Locale;

/** The rows that cards are made of. */
final class Card {
  private Card() {}

  static void row(Html html, String name, String value) {
    html.element("dt", "", name).element("dd", "", value);
  }

  static void when(Html html, String when, String timeZone) {
    html.raw("<dt>When</dt><dd>").text(when).raw(" ").element("span", "quiet", timeZone);
    html.raw("</dd>");
  }

  /** A row whose value is a link where it is an address of the web, and text otherwise. */
  static void place(Html html, String name, String value) {
    html.element("dt", "", name).raw("<dd>");
    if (value.toLowerCase(Locale.ROOT).startsWith("https://") && value.indexOf(' ') < 0) {
      html.raw("<a rel=\"noreferrer\" href=\"").text(value).raw("\">").text(value).raw("</a>");
    } else {
      html.text(value);
    }
    html.raw("</dd>");
  }
}
