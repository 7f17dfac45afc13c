package dev.convene.gateway.problems;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where in the body, as RFC 6901 points; this, or one of the next two
 * @param code stable, made for programs
 * @param detail a sentence for people
 * @param allowed what would be right
 * @param given what came, shortened
 */
public record RequestError(
    @Schema(description = "JSON pointer into the body.", example = "/attendees/3/email")
        @Nullable String pointer,
    @Schema(description = "Query parameter.", example = "limit") @Nullable String parameter,
    @Schema(description = "Header.", example = "Idempotency-Key") @Nullable String header,
    @Schema(example = "not-a-mailbox") String code,
    @Schema(example = "This is not a mailbox address.") String detail,
    @Schema(example = "an address such as ada@example.com") @Nullable String allowed,
    @Schema(example = "ada@example") @Nullable String given) {

  private static final int LONGEST_GIVEN = 80;

  /** In the body. */
  public static RequestError inBody(
      String pointer,
      String code,
      String detail,
      @Nullable String allowed,
      @Nullable String given) {
    return new RequestError(pointer, null, null, code, detail, allowed, shortened(given));
  }

  /** In the query. */
  public static RequestError inQuery(
      String parameter, String code, String detail, String allowed, String given) {
    return new RequestError(null, parameter, null, code, detail, allowed, shortened(given));
  }

  /** In a header. */
  public static RequestError inHeader(
      String header, String code, String detail, String allowed, String given) {
    return new RequestError(null, null, header, code, detail, allowed, shortened(given));
  }

  private static @Nullable String shortened(@Nullable String given) {
    if (given == null || given.length() <= LONGEST_GIVEN) {
      return given;
    }
    int end = Character.isHighSurrogate(given.charAt(LONGEST_GIVEN - 2)) ? 2 : 1;
    return given.substring(0, LONGEST_GIVEN - end) + "…";
  }
}
