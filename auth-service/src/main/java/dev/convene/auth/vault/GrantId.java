package dev.convene.auth.vault;

import dev.convene.auth.vendors.Provider;
import java.util.UUID;

/** Whose grant it is, and at which vendor. */
record GrantId(UUID person, Provider provider) {

  /** What its seal is bound to, so that a row moved to another place opens nothing. */
  String owner() {
    return "vendor-grant:" + provider.id() + ":" + person;
  }
}
