package dev.convene.simulators.microsoft.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A {@code $filter} of the kinds that Graph's calendar is known to take: terms joined by {@code
 * and}.
 */
public record Filter(List<Term> terms) {
  /** No filter. */
  public static final Filter NONE = new Filter(List.of());

  /** One condition. */
  public sealed interface Term {
    /** Compares one of the item's own properties. */
    record Property(String path, Operator operator, String value) implements Term {}

    /** Some single-value extended property has this id, and a value that compares so. */
    record Extended(String id, Operator operator, String value) implements Term {}
  }

  /** How values compare. */
  public enum Operator {
    EQ,
    NE,
    GE,
    GT,
    LE,
    LT,
    CONTAINS,
    STARTSWITH;

    /** Whether a value compares so, by the order of its characters. */
    public boolean holds(String actual, String wanted) {
      int order = actual.compareTo(wanted);
      return switch (this) {
        case EQ -> order == 0;
        case NE -> order != 0;
        case GE -> order >= 0;
        case GT -> order > 0;
        case LE -> order <= 0;
        case LT -> order < 0;
        case CONTAINS -> actual.contains(wanted);
        case STARTSWITH -> actual.startsWith(wanted);
      };
    }
  }

  /**
   * Reads an expression.
   *
   * @throws Refused when it is not understood
   */
  public static Filter parse(String expression) {
    Words words = new Words(expression);
    List<Term> terms = new ArrayList<>();
    do {
      terms.add(term(words));
    } while (words.takeIf("and"));
    if (!words.done()) {
      throw words.broken();
    }
    return new Filter(terms);
  }

  private static Term term(Words words) {
    if (words.takeIf("singleValueExtendedProperties/any")) {
      words.expect("(");
      String variable = words.take();
      words.expect(":");
      Term term = extended(words, variable);
      words.expect(")");
      return term;
    }
    return compared(words);
  }

  private static Term extended(Words words, String variable) {
    Term.Property first = compared(words);
    words.expect("and");
    Term.Property second = compared(words);
    boolean idFirst = first.path().equals(variable + "/id");
    Term.Property id = idFirst ? first : second;
    Term.Property value = idFirst ? second : first;
    if (!id.path().equals(variable + "/id")
        || !value.path().equals(variable + "/value")
        || id.operator() != Operator.EQ) {
      throw words.broken();
    }
    return new Term.Extended(id.value(), value.operator(), value.value());
  }

  private static Term.Property compared(Words words) {
    String word = words.take();
    if (words.takeIf("(")) {
      Operator operator = operator(word, words);
      if (operator != Operator.CONTAINS && operator != Operator.STARTSWITH) {
        throw words.broken();
      }
      String path = words.take();
      words.expect(",");
      String value = words.text();
      words.expect(")");
      return new Term.Property(path, operator, value);
    }
    Operator operator = operator(words.take(), words);
    if (operator == Operator.CONTAINS || operator == Operator.STARTSWITH) {
      throw words.broken();
    }
    String value = words.peek().startsWith("'") ? words.text() : words.take();
    return new Term.Property(word, operator, value);
  }

  private static Operator operator(String word, Words words) {
    try {
      return Operator.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw words.broken();
    }
  }
}
