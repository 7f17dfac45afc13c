package dev.convene.simulation;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An executor whose threads are strands of one process. */
final class Strands extends AbstractExecutorService {

  private final World world;
  private final Node node;

  Strands(World world, Node node) {
    this.world = world;
    this.node = node;
  }

  @Override
  public void execute(Runnable command) {
    world.spawn(node, command);
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
    return new Task<>(java.util.concurrent.Executors.callable(runnable, value));
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
    return new Task<>(callable);
  }

  /** Waits as strands do. */
  private final class Task<T> extends FutureTask<T> {
    private final Signal ended = new Signal();

    private Task(Callable<T> callable) {
      super(callable);
    }

    @Override
    protected void done() {
      ended.fire(world);
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
      while (!isDone()) {
        world.await(ended, Long.MAX_VALUE);
      }
      return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      long until = world.micros() + unit.toMicros(timeout);
      while (!isDone()) {
        if (world.micros() >= until) {
          throw new TimeoutException();
        }
        world.await(ended, until);
      }
      return super.get();
    }
  }

  @Override
  public void shutdown() {
    throw new UnsupportedOperationException("its process ends, not it");
  }

  @Override
  public List<Runnable> shutdownNow() {
    throw new UnsupportedOperationException("its process ends, not it");
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }
}
