package dev.convene.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One process of the system. It can be stopped, killed, paused and started again, as often as
 * wanted; only this very process is ever signalled, and what it started itself.
 */
public final class Part {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);

  private final String name;
  private final Path log;
  private final Supplier<Program> source;
  private final Duration stopLimit;
  private @Nullable Process process;
  private String stopSignal = "TERM";
  private boolean retired;

  /**
   * A part that does not run yet.
   *
   * @param log the file that its output is added to
   * @param program asked anew at every start, and so the place to prepare what the program needs
   */
  public Part(String name, Path log, Supplier<Program> program) {
    this(name, log, program, STOP_LIMIT);
  }

  Part(String name, Path log, Supplier<Program> program, Duration stopLimit) {
    this.name = name;
    this.log = log;
    this.source = program;
    this.stopLimit = stopLimit;
  }

  public String name() {
    return name;
  }

  /** Where its output goes; a further start adds to it. */
  public Path log() {
    return log;
  }

  public synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  /**
   * The process's id.
   *
   * @throws IllegalStateException when it does not run
   */
  public long pid() {
    return running().pid();
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @throws StartFailed when it ends before, or is not ready within two minutes
   */
  public void start() {
    Program program = source.get();
    Process started = launch(program);
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!ready(program)) {
      if (!started.isAlive()) {
        throw new StartFailed(
            "%s ended with exit code %d while starting; the end of %s:%n%s"
                .formatted(name, started.exitValue(), log, LogTail.of(log)));
      }
      if (System.nanoTime() > deadline) {
        throw new StartFailed(
            "%s was not ready within %d seconds; the end of %s:%n%s"
                .formatted(name, START_LIMIT.toSeconds(), log, LogTail.of(log)));
      }
      pausing(POLL);
    }
  }

  private synchronized Process launch(Program program) {
    if (retired) {
      throw new StartFailed("the stack is being stopped");
    }
    if (isRunning()) {
      throw new IllegalStateException(name + " runs already");
    }
    ProcessBuilder builder =
        new ProcessBuilder(program.command())
            .directory(program.directory().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(program.environment());
    try {
      Process started = builder.start();
      process = started;
      stopSignal = program.stopSignal();
      return started;
    } catch (IOException e) {
      throw new StartFailed(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  private static boolean ready(Program program) {
    try {
      return program.readiness().isReady();
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Asks it to end, waits up to 30 seconds, and kills it then. Does nothing when it has ended. */
  public synchronized void stop() {
    if (process != null && process.isAlive()) {
      signal("CONT", process.toHandle());
      signal(stopSignal, process.toHandle());
      if (!ended(stopLimit)) {
        kill();
      }
    }
  }

  /** Ends it at once (SIGKILL), with what it started; it can do nothing about that. */
  public synchronized void kill() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      ended(STOP_LIMIT);
    }
  }

  /** Stops it for good: a start that is under way fails, and so does every later one. */
  public void retire() {
    synchronized (this) {
      retired = true;
    }
    stop();
  }

  /** Halts it where it stands (SIGSTOP), with what it started, until {@link #resume()}. */
  public void pause() {
    Process running = running();
    signal("STOP", running.toHandle());
    running.descendants().forEach(child -> signal("STOP", child));
  }

  /** Lets it go on after {@link #pause()}. */
  public void resume() {
    Process running = running();
    running.descendants().forEach(child -> signal("CONT", child));
    signal("CONT", running.toHandle());
  }

  private synchronized Process running() {
    if (process == null || !process.isAlive()) {
      throw new IllegalStateException(name + " does not run");
    }
    return process;
  }

  /** Java's own means know SIGTERM and SIGKILL only; every shell has {@code kill}. */
  private void signal(String signal, ProcessHandle to) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + to.pid()).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("cannot signal " + name, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private boolean ended(Duration limit) {
    try {
      return process == null || process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static void pausing(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }
}
