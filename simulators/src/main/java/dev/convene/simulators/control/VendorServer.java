package dev.convene.simulators.control;

import dev.convene.simulators.faults.Faults;
import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Handler;
import dev.convene.simulators.http.Listener;
import dev.convene.simulators.http.Refusal;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.journal.Journal;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** One vendor's server: its API, and the control API and page beside it. */
public final class VendorServer implements AutoCloseable {
  private final Vendor vendor;
  private final InstantSource clock;
  private final Faults faults;
  private final Journal journal = new Journal();
  private final Router api = new Router();
  private final Router control = new Router();
  private final Listener listener;

  /**
   * Starts the server.
   *
   * @param port 0 for any free one
   * @param page adds the routes of the page
   */
  public VendorServer(
      Vendor vendor, InstantSource clock, InetAddress address, int port, Consumer<Router> page)
      throws IOException {
    this.vendor = vendor;
    this.clock = clock;
    this.faults = new Faults(vendor, vendor.faultKinds());
    vendor.routes(api);
    vendor.controls(control);
    new ControlApi(vendor, faults, journal).routes(control);
    page.accept(control);
    vendor.front(this::serve);
    this.listener = Listener.start(address, port, this::answer);
  }

  public int port() {
    return listener.port();
  }

  @Override
  public void close() {
    listener.stop();
  }

  private Reply answer(Call call) {
    boolean ours = call.path().equals("/") || call.path().startsWith("/_sim");
    return ours ? control(call) : serve(call);
  }

  private Reply control(Call call) {
    return switch (control.match(call)) {
      case Router.Match.Found(Handler handler) -> handler.handle(call);
      case Router.Match.WrongMethod(var allowed) ->
          ControlApi.refused(405, "here only " + allowed + " can be used")
              .with("Allow", String.join(", ", allowed));
      case Router.Match.NotFound() ->
          ControlApi.refused(404, "there is no " + call.path() + " in the control API");
    };
  }

  private Reply serve(Call received) {
    Instant at = clock.instant();
    long started = System.nanoTime();
    Call call = vendor.told(received);
    Router.Match match = api.match(call);
    call.notes().mailbox(vendor.mailbox(call));
    Handler effect = inner -> replying(handler(match), inner);
    Reply reply = replying(c -> vendor.admit(c, inner -> faults.around(inner, effect)), call);
    journal.add(call, at, reply.status(), (System.nanoTime() - started) / 1000);
    return reply;
  }

  private Handler handler(Router.Match match) {
    return switch (match) {
      case Router.Match.Found(Handler handler) -> handler;
      case Router.Match.WrongMethod(var allowed) -> call -> vendor.wrongMethod(call, allowed);
      case Router.Match.NotFound() -> vendor::notFound;
    };
  }

  private static Reply replying(Handler handler, Call call) {
    try {
      return handler.handle(call);
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }
}
