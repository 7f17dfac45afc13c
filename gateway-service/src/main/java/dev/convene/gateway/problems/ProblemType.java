package dev.convene.gateway.problems;

import java.net.URI;

/** The kinds of refusal, by the {@code type} that programs branch on. It never changes. */
public enum ProblemType {
  INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
  MALFORMED_JSON("malformed-json", 400, "The body is not the JSON it should be"),
  UNAUTHENTICATED("unauthenticated", 401, "Who is asking is not known"),
  FORBIDDEN("forbidden", 403, "The caller may not do this"),
  HOST_NOT_ALLOWED("host-not-allowed", 403, "Meetings of this host may not be scheduled"),
  MEETING_NOT_FOUND("meeting-not-found", 404, "There is no such meeting"),
  NOT_FOUND("not-found", 404, "There is nothing here"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method is not allowed here"),
  NOT_ACCEPTABLE("not-acceptable", 406, "No acceptable representation"),
  REQUEST_TIMEOUT("request-timeout", 408, "The request did not arrive in time"),
  BODY_TOO_LARGE("body-too-large", 413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body's media type is not supported"),
  IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The idempotency key was used before"),
  TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
  INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
  UNAVAILABLE("unavailable", 503, "Not available just now");

  private final String typeName;
  private final URI type;
  private final int status;
  private final String title;

  ProblemType(String name, int status, String title) {
    this.typeName = name;
    this.type = URI.create("urn:convene:problem:" + name);
    this.status = status;
    this.title = title;
  }

  /** The last part of {@code type}. */
  public String typeName() {
    return typeName;
  }

  /** The value of {@code type}. */
  public URI type() {
    return type;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  String title() {
    return title;
  }
}
