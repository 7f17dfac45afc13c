package dev.convene.gateway.meetings;

import java.util.ArrayList;
import java.util.List;

/** A where clause in the making, its values bound and never written into it. */
public final class Conditions {

  private final List<String> clauses = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** Adds a condition that has one {@code ?} in the value's place. */
  public Conditions and(String clause, Object value) {
    values.add(value);
    clauses.add(clause.replace("?", "$" + values.size()));
    return this;
  }

  /** Binds a value for a clause that the caller writes, and gives what stands for it there. */
  String placeFor(Object value) {
    values.add(value);
    return "$" + values.size();
  }

  /** The clause with a blank before it, and with one condition more. */
  String whereAlso(String clause) {
    return (clauses.isEmpty() ? " where " : where() + " and ") + clause;
  }

  /** Empty, or the clause with a blank before it. */
  public String where() {
    return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
  }

  /** In the order of their numbers. */
  public List<Object> values() {
    return values;
  }
}
