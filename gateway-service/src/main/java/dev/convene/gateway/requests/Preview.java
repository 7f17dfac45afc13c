package dev.convene.gateway.requests;

import dev.convene.contracts.MeetingDetails;
import dev.convene.gateway.problems.RequestError;
import dev.convene.gateway.series.Series;
import java.util.List;

/** What reading a request came to, as far as it says when the meeting would take place. */
public sealed interface Preview {

  /**
   * It says when.
   *
   * @param details without a recurrence where there are objections
   * @param objections to the rule; with any of them, the meeting is not scheduled
   */
  record Valid(MeetingDetails details, Series series, List<RequestError> objections)
      implements Preview {}

  /** It is JSON, but something else is wrong with it. */
  record Invalid(List<RequestError> errors) implements Preview {}

  /** It is not JSON, or JSON that says something twice. */
  record Malformed(String detail) implements Preview {}
}
