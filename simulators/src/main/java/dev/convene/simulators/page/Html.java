package dev.convene.simulators.page;

/** Builds HTML; whatever is not markup of ours goes through {@link #text}. */
final class Html {
  private final StringBuilder out = new StringBuilder(4096);

  /** Our own markup, as it stands. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Somebody else's text, escaped for content and for quoted attributes. */
  Html text(String text) {
    escape(text, out);
    return this;
  }

  /** An element without attributes but for a class, with a text in it. */
  Html element(String name, String cssClass, String text) {
    return raw("<" + name + " class=\"" + cssClass + "\">").text(text).raw("</" + name + ">");
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
