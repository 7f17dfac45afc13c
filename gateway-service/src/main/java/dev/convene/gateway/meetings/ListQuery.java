package dev.convene.gateway.meetings;

import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.progress.MeetingStatus;
import dev.convene.gateway.requests.Mailbox;
import dev.convene.gateway.requests.Nearest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the query of a list, and finds all that is wrong with it. */
final class ListQuery {

  static final List<String> PARAMETERS = List.of("status", "host", "from", "to", "limit", "cursor");

  static final int DEFAULT_LIMIT = 50;
  static final int MOST = 200;

  private static final String INSTANT = "a time such as 2027-03-01T00:00:00Z";
  private static final String STATUSES =
      String.join(", ", Arrays.stream(MeetingStatus.values()).map(Enum::name).toList());

  private final MultiValueMap<String, String> parameters;
  private final List<RequestError> errors = new ArrayList<>();

  private ListQuery(MultiValueMap<String, String> parameters) {
    this.parameters = parameters;
  }

  /** What reading came to. */
  sealed interface Outcome {

    record Valid(MeetingFilter filter, int limit) implements Outcome {}

    record Invalid(List<RequestError> errors) implements Outcome {}
  }

  static Outcome read(MultiValueMap<String, String> parameters) {
    ListQuery query = new ListQuery(parameters);
    query.checkNames();
    MeetingFilter filter =
        new MeetingFilter(
            query.statuses(),
            query.host(),
            query.instant("from"),
            query.instant("to"),
            query.after());
    int limit = query.limit();
    return query.errors.isEmpty()
        ? new Outcome.Valid(filter, limit)
        : new Outcome.Invalid(query.errors);
  }

  private void checkNames() {
    for (String name : parameters.keySet()) {
      if (!PARAMETERS.contains(name)) {
        String nearest = Nearest.to(name, PARAMETERS);
        String question = nearest == null ? "" : " Did you mean " + nearest + "?";
        String allowed = String.join(", ", PARAMETERS);
        refuse(name, "unknown-parameter", "There is no such parameter." + question, allowed, "");
      } else if (!"status".equals(name) && parameters.getOrDefault(name, List.of()).size() > 1) {
        refuse(name, "repeated", "This parameter may be given once.", "one value", "");
      }
    }
  }

  private Set<MeetingStatus> statuses() {
    Set<MeetingStatus> statuses = EnumSet.noneOf(MeetingStatus.class);
    for (String value : parameters.getOrDefault("status", List.of())) {
      for (String name : String.valueOf(value).split(",", -1)) {
        try {
          statuses.add(MeetingStatus.valueOf(name.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
          refuse("status", "not-one-of", "There is no such status.", STATUSES, name);
        }
      }
    }
    return statuses;
  }

  private @Nullable String host() {
    String value = parameters.getFirst("host");
    if (value != null && !Mailbox.isOne(value)) {
      refuse("host", "not-a-mailbox", "This is not a mailbox address.", "an address", value);
    }
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }

  private @Nullable Instant instant(String name) {
    String value = parameters.getFirst(name);
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
    refuse(name, "not-a-time", "This is not a time with an offset.", INSTANT, value);
    return null;
  }

  private int limit() {
    String value = parameters.getFirst("limit");
    if (value == null) {
      return DEFAULT_LIMIT;
    }
    if (value.matches("\\d{1,3}")) {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    }
    refuse("limit", "out-of-range", "This is not a limit.", "1 to " + MOST, value);
    return DEFAULT_LIMIT;
  }

  private @Nullable UUID after() {
    String value = parameters.getFirst("cursor");
    if (value == null) {
      return null;
    }
    UUID id = Cursor.read(value).orElse(null);
    if (id == null) {
      refuse("cursor", "not-a-cursor", "This is no cursor.", "what `next` said", value);
    }
    return id;
  }

  private void refuse(String name, String code, String detail, String allowed, String given) {
    errors.add(RequestError.inQuery(name, code, detail, allowed, given));
  }
}
