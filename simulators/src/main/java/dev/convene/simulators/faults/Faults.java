package dev.convene.simulators.faults;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Handler;
import dev.convene.simulators.http.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The faults that are set. */
public final class Faults {
  /** How many may be set at once. */
  static final int MAX = 1000;

  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final CopyOnWriteArrayList<Fault> active = new CopyOnWriteArrayList<>();
  private final AtomicLong ids = new AtomicLong();
  private final VendorAnswers vendor;

  /**
   * @param own the vendor's kinds besides the common ones
   */
  public Faults(VendorAnswers vendor, List<Kind> own) {
    this.vendor = vendor;
    Kinds.COMMON.forEach(kind -> kinds.put(kind.name(), kind));
    own.forEach(kind -> kinds.put(kind.name(), kind));
  }

  /** All kinds by name. */
  public Map<String, Kind> kinds() {
    return kinds;
  }

  public List<Fault> active() {
    return active;
  }

  /**
   * Sets a fault.
   *
   * @throws IllegalArgumentException when its kind is unknown or too many are set, saying so
   */
  public Fault set(Fault.Spec spec) {
    Kind kind = kinds.get(spec.kind());
    if (kind == null) {
      throw new IllegalArgumentException(
          "kind must be one of " + String.join(", ", kinds.keySet()) + ", not " + spec.kind());
    }
    if (active.size() >= MAX) {
      throw new IllegalArgumentException(MAX + " faults are set; take some away first");
    }
    Fault fault = new Fault("fault-" + ids.incrementAndGet(), kind, spec);
    active.add(fault);
    return fault;
  }

  /** Takes a fault away; false when there is none with this id. */
  public boolean remove(String id) {
    return active.removeIf(fault -> fault.id().equals(id));
  }

  public void clear() {
    active.clear();
  }

  /** Carries a call out, with whatever strikes it. The first fault set is the outermost. */
  public Reply around(Call call, Handler effect) {
    return active.isEmpty()
        ? effect.handle(call)
        : strike(new ArrayList<>(active), 0, call, effect);
  }

  private Reply strike(List<Fault> faults, int from, Call call, Handler effect) {
    for (int i = from; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      if (fault.strikes(call)) {
        call.notes().struck(fault.kind().name());
        int next = i + 1;
        return fault
            .kind()
            .strike()
            .on(call, fault, vendor, inner -> strike(faults, next, inner, effect));
      }
    }
    return effect.handle(call);
  }
}
