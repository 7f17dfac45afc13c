package dev.convene.gateway.requests;

import dev.convene.gateway.problems.RequestError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with one request, up to a number that somebody would still read. */
final class Refusals {

  static final int MOST = 100;

  private final List<RequestError> errors = new ArrayList<>();

  void add(
      String pointer,
      String code,
      String detail,
      @Nullable String allowed,
      @Nullable JsonNode given) {
    if (errors.size() < MOST) {
      errors.add(RequestError.inBody(pointer, code, detail, allowed, text(given)));
    }
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  List<RequestError> all() {
    return errors;
  }

  private static @Nullable String text(@Nullable JsonNode given) {
    if (given == null || given.isContainer()) {
      return null;
    }
    return given.isString() ? given.stringValue() : given.toString();
  }
}
