package dev.convene.simulators.control;

import dev.convene.simulators.faults.Kind;
import dev.convene.simulators.faults.VendorAnswers;
import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Handler;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one vendor brings to its server. A call's way: {@link #told}, route found, {@link #mailbox}
 * asked, then {@link #admit} around the faults around the handler; then it is written into the
 * journal.
 */
public interface Vendor extends VendorAnswers {
  /** As people see it. */
  String name();

  /** The vendor's API. */
  void routes(Router router);

  /** What the vendor adds under {@code /_sim}, such as its own truth for checkers. */
  default void controls(Router router) {}

  /** The vendor's switches. */
  Settings settings();

  /** The vendor's own kinds of faults. */
  default List<Kind> faultKinds() {
    return List.of();
  }

  /** Given once, before the first call: takes a call that is part of another the whole way. */
  default void front(Handler front) {}

  /** The call under the path that tells what it is, where several share one. */
  default Call told(Call call) {
    return call;
  }

  /** Whom the call concerns, in lower case; null when nobody in particular. */
  @Nullable String mailbox(Call call);

  /** Counts the call against the vendor's limits and carries it out, or refuses it. */
  default Reply admit(Call call, Handler next) {
    return next.handle(call);
  }

  /** The answer to a path that does not exist. */
  Reply notFound(Call call);

  /** The answer to a path that exists, but not with this method. */
  Reply wrongMethod(Call call, Set<String> allowed);

  /** What exists more than once although it should not: the caller's mark and the ids of all. */
  Map<String, List<String>> duplicates();

  /** Back to the seeds. */
  void reset();
}
