package dev.convene.gateway.operations;

import dev.convene.contracts.Provider;
import dev.convene.contracts.Step;
import dev.convene.gateway.meetings.Cursor;
import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.progress.MeetingStatus;
import dev.convene.gateway.requests.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads which of what waits is meant: for a list, or for an order about several. */
final class ParkedQuery {

  static final int DEFAULT_LIMIT = 50;
  static final int MOST = 200;

  private static final List<String> FILTERS =
      List.of("status", "provider", "step", "reason", "host");
  private static final List<String> PARAMETERS =
      List.of("status", "provider", "step", "reason", "host", "limit", "cursor");

  private static final Map<String, MeetingStatus> STATUSES =
      Map.of("DELAYED", MeetingStatus.DELAYED, "NEEDS_ATTENTION", MeetingStatus.NEEDS_ATTENTION);
  private static final Map<String, Provider> PROVIDERS = words(Provider.values(), Provider::id);
  private static final Map<String, Step> STEPS = words(Step.values(), ParkedQuery::name);
  private static final Pattern CODE = Pattern.compile("[a-z0-9.-]{1,100}");

  private ParkedQuery() {}

  /** What reading came to. */
  sealed interface Outcome {

    record Valid(ParkedFilter filter, int limit) implements Outcome {}

    record Invalid(List<RequestError> errors) implements Outcome {}
  }

  static Outcome list(MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters, PARAMETERS, List.of());
    ParkedFilter filter = filter(query, after(query));
    int limit = query.limit(DEFAULT_LIMIT, MOST);
    return outcome(query, filter, limit);
  }

  /** For an order about {@code most} at the most. */
  static Outcome several(MultiValueMap<String, String> parameters, int most) {
    Query query = new Query(parameters, FILTERS, List.of());
    return outcome(query, filter(query, null), most);
  }

  private static Outcome outcome(Query query, ParkedFilter filter, int limit) {
    return query.errors().isEmpty()
        ? new Outcome.Valid(filter, limit)
        : new Outcome.Invalid(query.errors());
  }

  private static ParkedFilter filter(Query query, @Nullable UUID after) {
    return new ParkedFilter(
        query.oneOf("status", STATUSES),
        query.oneOf("provider", PROVIDERS),
        query.oneOf("step", STEPS),
        query.text("reason", CODE, "a code such as webex.unavailable"),
        query.mailbox("host"),
        after);
  }

  private static @Nullable UUID after(Query query) {
    String value = query.first("cursor");
    UUID after = value == null ? null : Cursor.read(value).orElse(null);
    if (value != null && after == null) {
      query.refuseCursor(value);
    }
    return after;
  }

  /** The name of a step as messages and the timeline have it. */
  static String name(Step step) {
    return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(word, Function.identity()));
  }
}
