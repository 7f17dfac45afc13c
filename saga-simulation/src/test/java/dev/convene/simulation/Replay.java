package dev.convene.simulation;
class Replay {
  public static void main(String... args) throws Exception {
    Thread.startVirtualThread(() -> {
      for (String a : args) { if (!a.matches("[0-9]+")) continue;
      Plant plant = args.length > 1 && !args[1].matches("[0-9]+") ? Plant.valueOf(args[1]) : Plant.NONE;
      Result r = Simulation.run(Long.parseLong(a), plant);
      System.out.println("== " + a + " " + r.violations() + " " + r.ends());
      if (!r.isGood()) { Result s = Shrinking.shrunk(r, plant); s.lines().stream().limit(150).forEach(System.out::println);
      System.out.println("== " + a + " " + s.violations()); }}
    }).join();
  }
}
