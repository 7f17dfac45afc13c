package dev.convene.simulators.webex;

import dev.convene.simulators.http.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that the answer can name all of it. */
final class Problems {
  private final List<String> found = new ArrayList<>();

  void add(String description) {
    found.add(description);
  }

  void addUnless(boolean holds, String description) {
    if (!holds) {
      found.add(description);
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  /**
   * Goes on when nothing is wrong.
   *
   * @throws Refusal a 400 that names all there is
   */
  void refuseIfAny() {
    if (!found.isEmpty()) {
      throw new Refusal(WebexErrors.reply(400, WebexErrors.INVALID, found));
    }
  }

  @Override
  public String toString() {
    return String.join("\n", found);
  }
}
