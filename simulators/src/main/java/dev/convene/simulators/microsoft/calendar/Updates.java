package dev.convene.simulators.microsoft.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whom a change of an event is mailed to. When only attendees change, only those who were added or
 * removed hear of it, unless somebody was removed and a group is invited: then all do.
 *
 * @param invited who is new
 * @param updated who stays and is told
 * @param removed who is no longer invited
 */
record Updates(List<String> invited, List<String> updated, List<String> removed) {
  /** What an attendee does not see, or need not be told. */
  private static final Set<String> PRIVATE =
      Set.of(
          "categories",
          "isReminderOn",
          "reminderMinutesBeforeStart",
          "showAs",
          "singleValueExtendedProperties",
          "transactionId");

  static Updates of(
      ObjectNode request, List<String> before, List<String> after, Predicate<String> isGroup) {
    List<String> added = without(after, before);
    List<String> removed = without(before, after);
    List<String> staying = without(after, added);
    Set<String> told = new HashSet<>(request.propertyNames());
    told.removeAll(PRIVATE);
    boolean onlyAttendees = told.equals(Set.of("attendees"));
    boolean everyone =
        onlyAttendees ? !removed.isEmpty() && after.stream().anyMatch(isGroup) : !told.isEmpty();
    return everyone ? new Updates(added, staying, removed) : new Updates(added, List.of(), removed);
  }

  /** Whose copies must be made or brought up to date. */
  List<String> reached() {
    List<String> all = new ArrayList<>(invited);
    all.addAll(updated);
    return all;
  }

  List<Mailing> mailings(Instant now) {
    List<Mailing> mailings = new ArrayList<>();
    add(mailings, Mailing.Kind.INVITE, invited, now);
    add(mailings, Mailing.Kind.UPDATE, updated, now);
    add(mailings, Mailing.Kind.CANCEL, removed, now);
    return mailings;
  }

  private static void add(
      List<Mailing> mailings, Mailing.Kind kind, List<String> recipients, Instant now) {
    if (!recipients.isEmpty()) {
      mailings.add(new Mailing(kind, now, recipients, ""));
    }
  }

  private static List<String> without(List<String> all, List<String> others) {
    Set<String> out = new HashSet<>(others);
    return all.stream().filter(one -> !out.contains(one)).toList();
  }
}
