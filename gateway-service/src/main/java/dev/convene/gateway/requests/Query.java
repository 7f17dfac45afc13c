package dev.convene.gateway.requests;

import dev.convene.gateway.problems.RequestError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The query of a request, read parameter by parameter, with all that is wrong with it. */
public final class Query {

  private final MultiValueMap<String, String> parameters;
  private final List<RequestError> errors = new ArrayList<>();

  /**
   * Notes parameters that nobody knows, or that are given twice.
   *
   * @param known by name
   * @param repeatable those of them that may be given several times
   */
  public Query(
      MultiValueMap<String, String> parameters, List<String> known, List<String> repeatable) {
    this.parameters = parameters;
    for (String name : parameters.keySet()) {
      if (!known.contains(name)) {
        String nearest = Nearest.to(name, known);
        String question = nearest == null ? "" : " Did you mean " + nearest + "?";
        String allowed = String.join(", ", known);
        refuse(name, "unknown-parameter", "There is no such parameter." + question, allowed, "");
      } else if (!repeatable.contains(name) && all(name).size() > 1) {
        refuse(name, "repeated", "This parameter may be given once.", "one value", "");
      }
    }
  }

  /** What is wrong, as far as it has been looked at. */
  public List<RequestError> errors() {
    return errors;
  }

  /** The values of a parameter, as they came. */
  public List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** The value of a parameter, or null. */
  public @Nullable String first(String name) {
    return parameters.getFirst(name);
  }

  /** The value that a word stands for, or null. */
  public <T> @Nullable T oneOf(String name, Map<String, T> words) {
    String word = first(name);
    if (word == null) {
      return null;
    }
    T value = words.get(word);
    if (value == null) {
      String allowed = String.join(", ", words.keySet().stream().sorted().toList());
      refuse(name, "not-one-of", "There is no such " + name + ".", allowed, word);
    }
    return value;
  }

  /** A text that fits the pattern, or null. */
  public @Nullable String text(String name, Pattern pattern, String allowed) {
    String value = first(name);
    if (value != null && !pattern.matcher(value).matches()) {
      refuse(name, "not-allowed", "This cannot be a " + name + ".", allowed, value);
    }
    return value;
  }

  /** A mailbox in lower case, or null. */
  public @Nullable String mailbox(String name) {
    String value = first(name);
    if (value != null && !Mailbox.isOne(value)) {
      refuse(name, "not-a-mailbox", "This is not a mailbox address.", "an address", value);
    }
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }

  /** The parameter {@code limit}. */
  public int limit(int usual, int most) {
    String value = first("limit");
    if (value == null) {
      return usual;
    }
    if (value.matches("\\d{1,3}")) {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= most) {
        return limit;
      }
    }
    refuse("limit", "out-of-range", "This is not a limit.", "1 to " + most, value);
    return usual;
  }

  /** Notes that a cursor is none. */
  public void refuseCursor(String value) {
    refuse("cursor", "not-a-cursor", "This is no cursor.", "what `next` said", value);
  }

  /** Notes what is wrong with a parameter. */
  public void refuse(String name, String code, String detail, String allowed, String given) {
    errors.add(RequestError.inQuery(name, code, detail, allowed, given));
  }
}
