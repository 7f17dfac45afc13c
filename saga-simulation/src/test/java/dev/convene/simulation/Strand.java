package dev.convene.simulation;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One line of execution. It has a thread of its own, so that the services' blocking code runs as it
 * is, but runs only when the world hands over to it, and until it hands back.
 */
final class Strand {

  private final World world;
  private final Node node;
  private final Thread thread;
  private volatile boolean running;
  private volatile boolean ended;
  private boolean started;
  private long ticket;
  private @Nullable Throwable failure;
  private @Nullable Integer pausesAtLeaseCheck;

  Strand(World world, Node node, Runnable body) {
    this.world = world;
    this.node = node;
    this.thread = Thread.ofVirtual().unstarted(() -> run(body));
  }

  private void run(Runnable body) {
    try {
      body.run();
    } catch (Crashed _) {
      // as it was meant
    } catch (Throwable e) {
      if (!node.isDead()) {
        failure = e;
      }
    } finally {
      ended = true;
      running = false;
      LockSupport.unpark(world.thread());
    }
  }

  Node node() {
    return node;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Of the sleep that begins now; a wake-up with an older one comes too late. */
  long nextTicket() {
    return ++ticket;
  }

  boolean waitsFor(long other) {
    return !ended && ticket == other;
  }

  /** Lets it run until it hands back; called by the world. */
  void resume() {
    ticket++;
    running = true;
    if (started) {
      LockSupport.unpark(thread);
    } else {
      started = true;
      thread.start();
    }
    while (running) {
      LockSupport.park(this);
    }
    if (failure != null) {
      throw new IllegalStateException("a strand of " + node + " failed", failure);
    }
  }

  /** Lets the world go on; called by the strand. */
  void handBack() {
    running = false;
    LockSupport.unpark(world.thread());
    while (!running) {
      LockSupport.park(this);
    }
    if (node.isDead()) {
      throw new Crashed();
    }
  }

  void leaseWasFoundHeld(int pauses) {
    pausesAtLeaseCheck = pauses;
  }

  /** How often the process had been paused when the lease was last found held; asked once. */
  @Nullable Integer takeLeaseCheck() {
    Integer check = pausesAtLeaseCheck;
    pausesAtLeaseCheck = null;
    return check;
  }
}
