package dev.convene.gateway.problems;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, as {@code application/problem+json} carries it.
 *
 * @param errors everything that is wrong with the request, where it is the request that is wrong
 */
@Schema(description = "A refusal in the format of RFC 9457.")
public record Problem(
    @Schema(
            description = "What kind of problem it is; stable, made for programs.",
            example = "urn:convene:problem:invalid-request")
        URI type,
    @Schema(example = "The request is not valid") String title,
    @Schema(example = "400") int status,
    @Schema(
            description = "What happened and what to do about it.",
            example = "2 things are wrong with the request.")
        String detail,
    @Schema(description = "Each thing that is wrong with the request.")
        @Nullable List<RequestError> errors) {

  /** A problem that is not about particular parts of the request. */
  public static Problem of(ProblemType type, String detail) {
    return new Problem(type.type(), type.title(), type.status(), detail, null);
  }

  /** Somebody else's meetings. */
  public static Problem hostNotAllowed() {
    return of(
        ProblemType.HOST_NOT_ALLOWED,
        "People schedule meetings that they host themselves. A client schedules for the hosts"
            + " that it is registered for, or for all with the scope meetings.write.any-host.");
  }

  /** All that is wrong with a request. */
  public static Problem invalid(List<RequestError> errors) {
    ProblemType type = ProblemType.INVALID_REQUEST;
    String detail =
        errors.size() == 1
            ? "One thing is wrong with the request."
            : errors.size() + " things are wrong with the request.";
    return new Problem(type.type(), type.title(), type.status(), detail, List.copyOf(errors));
  }

  /** The last part of the type. */
  String name() {
    String text = type.toString();
    return text.substring(text.lastIndexOf(':') + 1);
  }
}
