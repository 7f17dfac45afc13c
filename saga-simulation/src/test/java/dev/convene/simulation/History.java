package dev.convene.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What happened, for people. Kept only where somebody wants to read it. */
public final class History {

  private final boolean kept;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  History(boolean kept) {
    this.kept = kept;
  }

  /** From now on this is called by that name. */
  void name(UUID id, String name) {
    if (kept) {
      names.put(id.toString(), name);
    }
  }

  void note(long micros, Object who, Supplier<String> what) {
    if (kept) {
      String text = what.get();
      for (Map.Entry<String, String> name : names.entrySet()) {
        text = text.replace(name.getKey(), name.getValue());
      }
      lines.add("%12.3f s  %-12s %s".formatted(micros / 1e6, who, text));
    }
  }

  List<String> lines() {
    return lines;
  }
}
