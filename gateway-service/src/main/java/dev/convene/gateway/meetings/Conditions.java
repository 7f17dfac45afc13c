package dev.convene.gateway.meetings;

import java.util.ArrayList;
import java.util.List;

/** A where clause in the making, its values bound and never written into it. */
final class Conditions {

  private final List<String> clauses = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** Adds a condition that has one {@code ?} in the value's place. */
  Conditions and(String clause, Object value) {
    values.add(value);
    clauses.add(clause.replace("?", "$" + values.size()));
    return this;
  }

  String where() {
    return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
  }

  List<Object> values() {
    return values;
  }
}
