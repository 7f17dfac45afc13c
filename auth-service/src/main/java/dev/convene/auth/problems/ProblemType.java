package dev.convene.auth.problems;

import java.net.URI;

/** The kinds of refusal, by the {@code type} that programs branch on. It never changes. */
public enum ProblemType {
  INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
  MALFORMED_JSON("malformed-json", 400, "The body is not the JSON it should be"),
  UNAUTHENTICATED("unauthenticated", 401, "A token is needed"),
  FORBIDDEN("forbidden", 403, "The token does not allow this"),
  /**
   * What comes with a form to show that it is from our own page is missing or not the session's.
   */
  FORM_TOO_OLD("form-too-old", 403, "The page was open for too long"),
  CLIENT_NOT_FOUND("client-not-found", 404, "There is no such client"),
  NOT_FOUND("not-found", 404, "There is nothing here"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method is not allowed here"),
  NOT_ACCEPTABLE("not-acceptable", 406, "No acceptable representation"),
  CLIENT_EXISTS("client-exists", 409, "There is a client of that id"),
  CLIENT_GUARDED("client-guarded", 409, "The client's secret is not changed here"),
  CLIENT_HAS_NO_SECRET("client-has-no-secret", 409, "The client has no secret"),
  BODY_TOO_LARGE("body-too-large", 413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body's media type is not supported"),
  TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
  INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
  UNAVAILABLE("unavailable", 503, "Not available just now");

  private final URI type;
  private final int status;
  private final String title;

  ProblemType(String name, int status, String title) {
    this.type = URI.create("urn:convene:problem:" + name);
    this.status = status;
    this.title = title;
  }

  URI type() {
    return type;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }
}
