package dev.convene.auth.vendors;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose tokens they are. */
public enum Provider {
  MICROSOFT("microsoft", "Microsoft"),
  WEBEX("webex", "Webex");

  private final String id;
  private final String label;

  Provider(String id, String label) {
    this.id = id;
    this.label = label;
  }

  /** As programs call it. */
  public String id() {
    return id;
  }

  /** As people call it. */
  public String label() {
    return label;
  }

  /** The one of that id. */
  public static Optional<Provider> of(@Nullable String id) {
    return Arrays.stream(values()).filter(provider -> provider.id.equals(id)).findFirst();
  }
}
