package dev.convene.local.process;

import java.io.IOException;

/** What a process can be sent, besides the SIGKILL that Java knows. */
public enum Signal {
  /** Asks most programs to end in good order. */
  TERM,
  /** Asks PostgreSQL to end in good order without waiting for its clients. */
  INT,
  /** Halts a program where it stands. */
  STOP,
  /** Lets it go on. */
  CONT;

  /** Sends it; a process that has ended meanwhile gets nothing. */
  void sendTo(ProcessHandle process) {
    try {
      // Every shell has it built in, even where there is no such program.
      new ProcessBuilder("sh", "-c", "kill -" + name() + " " + process.pid()).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("cannot send SIG" + name(), e);
    } catch (InterruptedException e) {
      throw Interrupted.by(e);
    }
  }
}
