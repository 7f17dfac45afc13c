package dev.convene.auth.handout;

import dev.convene.auth.vendors.Fingerprint;
import dev.convene.auth.vendors.Provider;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a service asks for, read from the form.
 *
 * @param forWhom a person, or the application on behalf of a system
 * @param meeting why; null where it is not about one meeting
 * @param purpose why, in a word, where there is no meeting
 * @param refused the token that the vendor did not accept, where that is why
 */
record Asked(
    Subject forWhom,
    Provider provider,
    @Nullable UUID meeting,
    @Nullable String purpose,
    @Nullable Fingerprint refused) {

  static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";

  private static final String TOKEN_TYPE = "urn:convene:token-type:";
  private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z-]{2,39}");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern CLIENT_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

  /** For whom a token is. */
  sealed interface Subject {

    /** As the record has it. */
    String id();

    record OfPerson(UUID person) implements Subject {
      @Override
      public String id() {
        return person.toString();
      }
    }

    record OfSystem(String id) implements Subject {}
  }

  /**
   * What is asked for.
   *
   * @throws Unusable where the form is not as it should be
   */
  static Asked in(Map<String, String> form) throws Unusable {
    if (!GRANT_TYPE.equals(form.get("grant_type"))) {
      throw new Unusable("unsupported_grant_type", "grant_type must be " + GRANT_TYPE);
    }
    Provider provider =
        Provider.of(form.get("resource"))
            .orElseThrow(
                () -> new Unusable("invalid_target", "resource must be webex or microsoft"));
    String meeting = form.get("meeting");
    String purpose = form.get("purpose");
    if (meeting == null && (purpose == null || !PURPOSE.matcher(purpose).matches())) {
      throw new Unusable(
          "invalid_request", "say why: the meeting's id, or a purpose of one lower-case word");
    }
    return new Asked(
        subject(form.getOrDefault("subject_token", ""), form.get("subject_token_type")),
        provider,
        meeting == null ? null : uuid(meeting, "meeting"),
        meeting == null ? purpose : null,
        refused(form.get("refused")));
  }

  private static @Nullable Fingerprint refused(@Nullable String sha256) throws Unusable {
    if (sha256 != null && !SHA_256.matcher(sha256).matches()) {
      throw new Unusable(
          "invalid_request", "refused must be the SHA-256 of a token, 64 lower-case hex digits");
    }
    return sha256 == null ? null : new Fingerprint(sha256);
  }

  private static Subject subject(String token, @Nullable String type) throws Unusable {
    if ((TOKEN_TYPE + "person").equals(type)) {
      return new Subject.OfPerson(uuid(token, "subject_token"));
    }
    if ((TOKEN_TYPE + "application").equals(type) && CLIENT_ID.matcher(token).matches()) {
      return new Subject.OfSystem(token);
    }
    throw new Unusable(
        "invalid_request",
        "subject_token must be a person's or a client's id, and subject_token_type say which: "
            + TOKEN_TYPE
            + "person or "
            + TOKEN_TYPE
            + "application");
  }

  private static UUID uuid(String text, String field) throws Unusable {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw new Unusable("invalid_request", field + " must be a UUID");
    }
  }

  /** The form cannot be used. */
  static final class Unusable extends Exception {

    private final String error;

    Unusable(String error, String description) {
      super(description, null, false, false);
      this.error = error;
    }

    String error() {
      return error;
    }

    String description() {
      return String.valueOf(getMessage());
    }
  }
}
