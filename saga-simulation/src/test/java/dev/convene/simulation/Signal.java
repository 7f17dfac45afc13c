package dev.convene.simulation;

import java.util.ArrayList;
import java.util.List;

/** Something may be there for those who wait. */
final class Signal {

  private final List<Strand> waiting = new ArrayList<>();
  private final List<Long> tickets = new ArrayList<>();

  void add(Strand strand, long ticket) {
    waiting.add(strand);
    tickets.add(ticket);
  }

  /** Wakes all that wait, each a little later. */
  void fire(World world) {
    for (int i = 0; i < waiting.size(); i++) {
      world.wake(waiting.get(i), tickets.get(i), world.random().nextInt(200, 30_000));
    }
    waiting.clear();
    tickets.clear();
  }
}
