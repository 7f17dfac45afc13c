package dev.convene.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process has used since it was started, with its children.
 *
 * @param pid of the parent
 * @param peakKib the most memory that was resident at once; of children, what is their own
 */
record Usage(long pid, double cpuSeconds, long peakKib) {

  /** Linux tells times in hundredths of a second to programs, whatever its own clock does. */
  private static final double TICKS_PER_SECOND = 100;

  private static final double NANOS_PER_SECOND = 1e9;

  private static final Path PROC = Path.of("/proc");

  /** Of this process alone: the system under load is among its children. */
  static Usage ofThisProcess() throws IOException {
    long pid = ProcessHandle.current().pid();
    double cpuSeconds =
        ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos()
            / NANOS_PER_SECOND;
    return new Usage(
        pid, cpuSeconds, of(pid, read(pid, "stat"), read(pid, "status"), false).peakKib);
  }

  /** Of that process, as it stands now. */
  static Usage of(long pid) throws IOException {
    List<Long> children =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .map(ProcessHandle::pid)
            .toList();
    Usage sum = of(pid, read(pid, "stat"), read(pid, "status"), false);
    for (long child : children) {
      try {
        sum = sum.plus(of(child, read(child, "stat"), read(child, "status"), true));
      } catch (NoSuchFileException _) {
        // It has ended; its time stands with its parent's now.
      }
    }
    return sum;
  }

  private static String read(long pid, String file) throws IOException {
    return Files.readString(PROC.resolve(Long.toString(pid)).resolve(file));
  }

  /**
   * Reads it.
   *
   * @param stat what {@code /proc/<pid>/stat} says
   * @param status what {@code /proc/<pid>/status} says
   * @param child whether pages that it shares stand with its parent already
   */
  static Usage of(long pid, String stat, String status, boolean child) {
    // The name, in parentheses, may hold anything; state is the first field after it.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = 0;
    for (int i = 11; i <= 14; i++) { // own user and system time, and that of children who ended
      ticks += Long.parseLong(fields[i]);
    }
    long shared = child ? kib(status, "RssFile") + kib(status, "RssShmem") : 0;
    return new Usage(pid, ticks / TICKS_PER_SECOND, Math.max(0, kib(status, "VmHWM") - shared));
  }

  private static long kib(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private Usage plus(Usage child) {
    return new Usage(pid, cpuSeconds + child.cpuSeconds, peakKib + child.peakKib);
  }

  /** What was used since then; all of it where another process ran under the name before. */
  Usage since(Usage before) {
    return new Usage(pid, cpuSeconds - (before.pid == pid ? before.cpuSeconds : 0), peakKib);
  }

  /** CPU seconds that everything on this machine has used, and what was taken from it. */
  static double wholeMachine() throws IOException {
    return wholeMachine(Files.readString(PROC.resolve("stat")));
  }

  /**
   * Reads it.
   *
   * @param stat what {@code /proc/stat} says
   */
  static double wholeMachine(String stat) {
    String[] fields = stat.substring(0, stat.indexOf('\n')).split(" +", -1);
    long ticks = 0;
    for (int i : new int[] {1, 2, 3, 6, 7, 8}) { // not: idle and waiting for disks
      ticks += Long.parseLong(fields[i]);
    }
    return ticks / TICKS_PER_SECOND;
  }
}
