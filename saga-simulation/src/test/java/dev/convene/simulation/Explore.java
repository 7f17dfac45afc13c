package dev.convene.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class Explore {
  public static void main(String... args) throws Exception {
    long from = Long.parseLong(args[0]);
    long count = Long.parseLong(args[1]);
    Plant plant = args.length > 2 ? Plant.valueOf(args[2]) : Plant.NONE;
    Throwable[] failure = new Throwable[1];
    Thread thread =
        Thread.startVirtualThread(() -> {
          try {
            long began = System.nanoTime();
            Map<String, Integer> found = new java.util.TreeMap<>();
            Map<String, Integer> ends = new java.util.TreeMap<>();
            Map<String, String> first = new LinkedHashMap<>();
            long events = 0;
                  for (long seed = from; seed < from + count; seed++) {
              Result result = Simulation.run(seed, plant);
              events += result.events();
              for (String end : result.ends()) ends.merge(end, 1, Integer::sum);
              List<String> all = new java.util.ArrayList<>(result.violations()); for (String w : result.inTheWindow()) all.add("window " + w);
        for (String each : all) {
                String key = each.replaceAll("[0-9]+ calls in [0-9]+", "");
                found.merge(key, 1, Integer::sum);
                first.merge(key, "" + seed, (a, b) -> a.length() > 60 ? a : a + " " + b);
              }
            }
            double s = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                "%d histories in %.1f s, %.0f a second, %d events each%n",
                count, s, count / s, events / count);
            System.out.println(ends);
            found.forEach((k, v) -> System.out.println(v + " x " + k + "  first " + first.get(k)));
          } catch (Throwable e) {
            failure[0] = e;
          }
        });
    thread.join();
    if (failure[0] != null) throw new RuntimeException(failure[0]);
  }
}
