package dev.convene.benchmarks;

import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/** How long something took, in milliseconds; true to three digits. */
public record Latency(long count, double p50, double p95, double p99, double max) {

  private static final long NANOS_PER_MICRO = 1000;
  private static final double MICROS_PER_MILLI = 1000;
  private static final int DIGITS = 3;

  /** Times below nothing count as nothing: two processes' clocks may differ by microseconds. */
  public static Latency ofNanos(LongStream nanos) {
    Histogram micros = new Histogram(DIGITS);
    nanos.forEach(each -> micros.recordValue(Math.max(0, each / NANOS_PER_MICRO)));
    return new Latency(
        micros.getTotalCount(),
        micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
        micros.getValueAtPercentile(95) / MICROS_PER_MILLI,
        micros.getValueAtPercentile(99) / MICROS_PER_MILLI,
        micros.getMaxValue() / MICROS_PER_MILLI);
  }
}
