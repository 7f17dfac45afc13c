package dev.convene.simulators.webex;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A host's scheduling options.
 *
 * @param delegateEmails who may schedule for the host, in lower case
 */
record Preferences(boolean joinBeforeHost, int joinBeforeHostMinutes, List<String> delegateEmails) {
  /** How many delegates a host may have. */
  static final int MOST_DELEGATES = 20;

  private static final Preferences USUAL = new Preferences(false, 0, List.of());

  Preferences with(boolean joinBeforeHost, int minutes, List<String> delegates) {
    return new Preferences(joinBeforeHost, minutes, List.copyOf(new TreeSet<>(delegates)));
  }

  /** All hosts' options. */
  static final class Store {
    private final Map<String, Preferences> byHost = new ConcurrentHashMap<>();

    Preferences of(String host) {
      return byHost.getOrDefault(host, USUAL);
    }

    void set(String host, Preferences preferences) {
      byHost.put(host, preferences);
    }

    /** Who lets that person schedule for them. */
    List<String> hostsOf(String delegate) {
      return byHost.entrySet().stream()
          .filter(entry -> entry.getValue().delegateEmails().contains(delegate))
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }

    void clear() {
      byHost.clear();
    }
  }
}
