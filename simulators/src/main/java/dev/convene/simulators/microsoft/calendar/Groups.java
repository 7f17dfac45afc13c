package dev.convene.simulators.microsoft.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What mail knows of groups. */
@FunctionalInterface
public interface Groups {
  /** No groups at all. */
  Groups NONE = _ -> null;

  /**
   * The people that a group's address reaches, members of nested groups included.
   *
   * @param address in lower case
   * @return null when it is no group's address
   */
  @Nullable List<String> reached(String address);
}
