package dev.convene.benchmarks;

import dev.convene.local.LocalStack;
import dev.convene.local.process.Part;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the meters show at one moment, or have gone up by between two.
 *
 * @param processes what each has used, by name
 * @param driver what this process has used
 * @param machineCpuSeconds of everything on this machine
 * @param vendors what each was asked
 */
record Reading(
    double seconds,
    Map<String, Usage> processes,
    Usage driver,
    double machineCpuSeconds,
    Map<String, Simulator.Calls> vendors) {

  private static final double NANOS_PER_SECOND = 1e9;

  static Reading now(LocalStack stack, List<Simulator> simulators)
      throws IOException, InterruptedException {
    Map<String, Simulator.Calls> vendors = new LinkedHashMap<>();
    for (Simulator simulator : simulators) {
      vendors.put(simulator.vendor(), simulator.calls());
    }
    Map<String, Usage> processes = new LinkedHashMap<>();
    for (Part part : stack.parts()) {
      processes.put(part.name(), Usage.of(part.pid()));
    }
    return new Reading(
        System.nanoTime() / NANOS_PER_SECOND,
        processes,
        Usage.ofThisProcess(),
        Usage.wholeMachine(),
        vendors);
  }

  Reading since(Reading before) {
    Map<String, Usage> used = new LinkedHashMap<>();
    processes.forEach(
        (name, usage) -> used.put(name, usage.since(before.processes.getOrDefault(name, usage))));
    Map<String, Simulator.Calls> asked = new LinkedHashMap<>();
    vendors.forEach((vendor, calls) ->
        asked.put(vendor, calls.since(before.vendors.getOrDefault(vendor, calls))));
    return new Reading(
        seconds - before.seconds,
        used,
        driver.since(before.driver),
        machineCpuSeconds - before.machineCpuSeconds,
        asked);
  }

  /** CPU seconds of the system under load, without the driver. */
  double systemCpuSeconds() {
    return processes.values().stream().mapToDouble(Usage::cpuSeconds).sum();
  }

  /** CPU seconds of whatever else ran on this machine: the less, the better the figures. */
  double otherCpuSeconds() {
    return Math.max(0, machineCpuSeconds - systemCpuSeconds() - driver.cpuSeconds());
  }
}
