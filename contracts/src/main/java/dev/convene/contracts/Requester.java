package dev.convene.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Who asked.
 *
 * @param subject the person's or the system's stable id ({@code sub} of its token)
 * @param client the client that spoke for it; of a system, the system itself. Absent only in what
 *     was written before there was a sign-in
 * @param email the person's mailbox in lower case; a system has none
 * @param mode with whose rights the vendors are called; absent only in what was written before
 *     there was a sign-in, and then the application's own
 */
public record Requester(
    String subject, @Nullable String client, @Nullable String email, @Nullable RequestMode mode) {

  public Requester {
    Checks.notBlank("subject", subject);
    client = Checks.blankAsAbsent(client);
    if (email != null) {
      Checks.mailbox("email", email);
    }
  }

  /** Of whom no more is known, as before there was a sign-in. */
  public Requester(String subject, @Nullable String client) {
    this(subject, client, null, null);
  }

  /** Whether the vendors are called with the person's own rights, and not the application's. */
  @JsonIgnore
  public boolean isDelegated() {
    return mode == RequestMode.DELEGATED;
  }
}
