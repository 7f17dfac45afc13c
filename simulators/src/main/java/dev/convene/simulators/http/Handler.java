package dev.convene.simulators.http;

/** Answers a call. */
@FunctionalInterface
public interface Handler {
  /**
   * Answers it.
   *
   * @throws Refusal in place of a reply, where that reads better
   */
  Reply handle(Call call);
}
