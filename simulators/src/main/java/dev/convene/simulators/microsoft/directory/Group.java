package dev.convene.simulators.microsoft.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of the directory.
 *
 * @param address null when it is not mail-enabled
 * @param security whether it is a security group
 * @param hidden whether its members are hidden from ordinary applications
 */
public record Group(
    String name, @Nullable String address, boolean security, boolean hidden, List<Member> members) {

  /** Who or what is in a group. */
  public sealed interface Member {
    /** A user, by address. */
    record User(String address) implements Member {}

    /** A group, by name. */
    record Nested(String group) implements Member {}

    /** A device, which a list of members may hold as well. */
    record Device(String name) implements Member {}
  }

  public UUID id() {
    return idOf("group", name);
  }

  static UUID idOf(String kind, String name) {
    return UUID.nameUUIDFromBytes((kind + " " + name).getBytes(StandardCharsets.UTF_8));
  }
}
