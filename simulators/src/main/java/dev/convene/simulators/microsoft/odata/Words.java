package dev.convene.simulators.microsoft.odata;

import java.util.ArrayList;
import java.util.List;

/** Reads an OData expression word by word. A quoted text keeps its opening quote as a mark. */
final class Words {
  private final List<String> words;
  private final String expression;
  private int next;

  Words(String expression) {
    this.expression = expression;
    this.words = split(expression);
  }

  boolean done() {
    return next == words.size();
  }

  String peek() {
    return done() ? "" : words.get(next);
  }

  String take() {
    if (done()) {
      throw broken();
    }
    return words.get(next++);
  }

  boolean takeIf(String word) {
    boolean there = peek().equalsIgnoreCase(word);
    if (there) {
      next++;
    }
    return there;
  }

  void expect(String word) {
    if (!takeIf(word)) {
      throw broken();
    }
  }

  String text() {
    String word = take();
    if (!word.startsWith("'")) {
      throw broken();
    }
    return word.substring(1);
  }

  Refused broken() {
    return GraphErrors.invalidFilter(
            "The query filter contains one or more invalid nodes: " + expression)
        .refused();
  }

  private List<String> split(String text) {
    List<String> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'') {
        StringBuilder quoted = new StringBuilder("'");
        at = quoted(text, at + 1, quoted);
        found.add(quoted.toString());
      } else if ("(),:".indexOf(c) >= 0) {
        found.add(String.valueOf(c));
        at++;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        int end = at;
        while (end < text.length() && "(),:' \t\r\n".indexOf(text.charAt(end)) < 0) {
          end++;
        }
        found.add(text.substring(at, end));
        at = end;
      }
    }
    return found;
  }

  /** Reads up to the closing quote, two quotes standing for one, and says where to go on. */
  private static int quoted(String text, int from, StringBuilder into) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\'') {
        into.append(c);
      } else if (at < text.length() && text.charAt(at) == '\'') {
        into.append(c);
        at++;
      } else {
        return at;
      }
    }
    throw GraphErrors.invalidFilter("A text in the query filter has no closing quote: " + text)
        .refused();
  }
}
