package dev.convene.gateway.operations;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param subject a person's or a system's stable id
 * @param client that spoke for the person; of a system, the system itself; absent in what was done
 *     before there was a sign-in
 * @param email the person's; a system has none
 */
record Person(String subject, @Nullable String client, @Nullable String email) {

  static Person of(Readable row) {
    return new Person(
        Objects.requireNonNull(row.get("subject", String.class)),
        row.get("client", String.class),
        row.get("email", String.class));
  }
}
