package dev.convene.calendar.invitation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One fragment of a template file, with {@code {{slots}}} that take {@link Html} alone. */
final class Template {

  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)}}");
  private static final Pattern FRAGMENT =
      Pattern.compile("<!-- fragment: ([a-z-]+) -->\\R(.*?)\\R<!-- end -->\\R", Pattern.DOTALL);

  private final String name;

  /** One more than there are slots: what stands before, between and after them. */
  private final List<String> literals = new ArrayList<>();

  private final List<String> slots = new ArrayList<>();

  private Template(String name, String markup) {
    this.name = name;
    Matcher slot = SLOT.matcher(markup);
    int from = 0;
    while (slot.find()) {
      literals.add(markup.substring(from, slot.start()));
      slots.add(slot.group(1));
      from = slot.end();
    }
    literals.add(markup.substring(from));
  }

  /** The fragments of a resource beside this class, by name. */
  static Map<String, Template> fragmentsOf(String resource) {
    Map<String, Template> fragments = new HashMap<>();
    Matcher fragment = FRAGMENT.matcher(read(resource));
    while (fragment.find()) {
      fragments.put(fragment.group(1), new Template(fragment.group(1), fragment.group(2)));
    }
    return Map.copyOf(fragments);
  }

  /**
   * The fragment with its slots filled.
   *
   * @throws IllegalArgumentException when a slot has no value, or a value no slot
   */
  Html fill(Map<String, Html> values) {
    if (!values.keySet().equals(new HashSet<>(slots))) {
      throw new IllegalArgumentException(
          "the fragment " + name + " has the slots " + slots + ", not " + values.keySet());
    }
    StringBuilder filled = new StringBuilder(literals.getFirst());
    for (int i = 0; i < slots.size(); i++) {
      filled.append(values.getOrDefault(slots.get(i), Html.NOTHING).markup());
      filled.append(literals.get(i + 1));
    }
    return new Html(filled.toString());
  }

  private static String read(String resource) {
    try (InputStream stream = Template.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
