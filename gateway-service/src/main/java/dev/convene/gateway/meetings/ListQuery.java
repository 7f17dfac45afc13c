package dev.convene.gateway.meetings;

import dev.convene.gateway.access.Reach;
import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.progress.MeetingStatus;
import dev.convene.gateway.requests.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the query of a list, and finds all that is wrong with it. */
final class ListQuery {

  static final List<String> PARAMETERS =
      List.of("status", "host", "mine", "from", "to", "limit", "cursor");

  static final int DEFAULT_LIMIT = 50;
  static final int MOST = 200;

  private static final String INSTANT = "a time such as 2027-03-01T00:00:00Z";
  private static final String STATUSES =
      String.join(", ", Arrays.stream(MeetingStatus.values()).map(Enum::name).toList());

  private final Query query;

  private ListQuery(MultiValueMap<String, String> parameters) {
    this.query = new Query(parameters, PARAMETERS, List.of("status"));
  }

  /** What reading came to. */
  sealed interface Outcome {

    /**
     * It can be answered.
     *
     * @param mine without what the caller sees for operations
     */
    record Valid(MeetingFilter filter, boolean mine, int limit) implements Outcome {

      Reach reach(Reach reach) {
        return mine ? reach.ownOnly() : reach;
      }
    }

    record Invalid(List<RequestError> errors) implements Outcome {}
  }

  static Outcome read(MultiValueMap<String, String> parameters) {
    ListQuery list = new ListQuery(parameters);
    MeetingFilter filter =
        new MeetingFilter(
            list.statuses(),
            list.query.mailbox("host"),
            list.instant("from"),
            list.instant("to"),
            list.after());
    Boolean mine = list.query.oneOf("mine", Map.of("true", true, "false", false));
    int limit = list.query.limit(DEFAULT_LIMIT, MOST);
    return list.query.errors().isEmpty()
        ? new Outcome.Valid(filter, mine != null && mine, limit)
        : new Outcome.Invalid(list.query.errors());
  }

  private Set<MeetingStatus> statuses() {
    Set<MeetingStatus> statuses = EnumSet.noneOf(MeetingStatus.class);
    for (String value : query.all("status")) {
      for (String name : String.valueOf(value).split(",", -1)) {
        try {
          statuses.add(MeetingStatus.valueOf(name.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
          query.refuse("status", "not-one-of", "There is no such status.", STATUSES, name);
        }
      }
    }
    return statuses;
  }

  private @Nullable Instant instant(String name) {
    String value = query.first(name);
    if (value == null) {
      return null;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(value);
      if (time.getYear() >= 0 && time.getYear() <= 9999) {
        return time.toInstant();
      }
    } catch (DateTimeParseException _) {
      // refused below
    }
    query.refuse(name, "not-a-time", "This is not a time with an offset.", INSTANT, value);
    return null;
  }

  private @Nullable UUID after() {
    String value = query.first("cursor");
    if (value == null) {
      return null;
    }
    UUID id = Cursor.read(value).orElse(null);
    if (id == null) {
      query.refuseCursor(value);
    }
    return id;
  }
}
