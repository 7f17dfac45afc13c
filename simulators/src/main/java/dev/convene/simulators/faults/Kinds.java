package dev.convene.simulators.faults;

import dev.convene.simulators.http.Reply;
import java.util.List;

/** The kinds of faults that every vendor has. */
final class Kinds {
  static final List<Kind> COMMON =
      List.of(
          new Kind(
              "latency",
              "waits `delay`, then carries the call out",
              (call, fault, _, effect) -> {
                fault.pause();
                return effect.handle(call);
              }),
          new Kind(
              "latency-after",
              "carries the call out, then waits `delay` before it answers",
              (call, fault, _, effect) -> {
                Reply reply = effect.handle(call);
                fault.pause();
                return reply;
              }),
          new Kind(
              "status-before",
              "answers `status` (500) and does nothing",
              (call, fault, vendor, _) -> {
                fault.pause();
                return fault.worded(vendor.status(call, fault.statusOr(500)));
              }),
          new Kind(
              "status-after",
              "carries the call out, but answers `status` (500)",
              (call, fault, vendor, effect) -> {
                effect.handle(call);
                fault.pause();
                return fault.worded(vendor.status(call, fault.statusOr(500)));
              }),
          new Kind(
              "drop-before",
              "closes the connection without an answer and does nothing",
              (_, fault, _, _) -> {
                fault.pause();
                return Reply.none();
              }),
          new Kind(
              "drop-after",
              "carries the call out, then closes the connection without an answer",
              (call, fault, _, effect) -> {
                effect.handle(call);
                fault.pause();
                return Reply.none();
              }),
          new Kind(
              "truncate",
              "carries the call out and answers the first half of the body",
              (call, fault, _, effect) -> {
                Reply reply = effect.handle(call);
                fault.pause();
                return reply.halved();
              }),
          new Kind(
              "throttle",
              "answers 429 as the vendor does, `Retry-After: 1` unless `headers` says otherwise",
              (call, fault, vendor, _) -> {
                fault.pause();
                return fault.worded(vendor.throttled(call, 1));
              }),
          new Kind(
              "expired-token",
              "answers 401 as the vendor does when a token has run out",
              (call, fault, vendor, _) -> {
                fault.pause();
                return fault.worded(vendor.expiredToken(call));
              }));

  private Kinds() {}
}
