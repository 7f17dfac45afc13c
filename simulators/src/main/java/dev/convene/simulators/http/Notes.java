package dev.convene.simulators.http;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is noted about a call on its way; the journal keeps it. */
public final class Notes {
  private String route = "";
  private @Nullable String mailbox;
  private @Nullable String caller;
  private @Nullable String fault;
  private @Nullable Effect effect;
  private @Nullable String id;
  private @Nullable String tag;
  private @Nullable Set<String> flags;

  /** What a call did to the vendor's data. */
  public enum Effect {
    CREATED,
    UPDATED,
    DELETED
  }

  /** The pattern of the route that matched; empty when none did. */
  public String route() {
    return route;
  }

  void route(String pattern) {
    this.route = pattern;
  }

  /** The mailbox that the call concerns, in lower case. */
  public @Nullable String mailbox() {
    return mailbox;
  }

  public void mailbox(@Nullable String address) {
    this.mailbox = address;
  }

  /** Whose token it was: a person's address, or {@code application}; null without a good one. */
  public @Nullable String caller() {
    return caller;
  }

  /** Says whose token it was: the person's with that address; null for an application's. */
  public void calledBy(@Nullable String address) {
    this.caller = address == null ? "application" : address;
  }

  /** The kinds of the faults that struck, joined by a comma. */
  public @Nullable String fault() {
    return fault;
  }

  public void struck(String kind) {
    this.fault = fault == null ? kind : fault + "," + kind;
  }

  public @Nullable Effect effect() {
    return effect;
  }

  public @Nullable String id() {
    return id;
  }

  public @Nullable String tag() {
    return tag;
  }

  /**
   * Says what the call changed.
   *
   * @param id the vendor's id of what was changed
   * @param tag the caller's own mark on it (Webex: integration tag; Graph: meeting reference)
   */
  public void changed(Effect effect, String id, @Nullable String tag) {
    this.effect = effect;
    this.id = id;
    this.tag = tag;
  }

  /** Raises a flag that a later part of the call's way looks for, such as a vendor's own fault. */
  public void raise(String flag) {
    if (flags == null) {
      flags = new HashSet<>();
    }
    flags.add(flag);
  }

  public boolean raised(String flag) {
    return flags != null && flags.contains(flag);
  }
}
