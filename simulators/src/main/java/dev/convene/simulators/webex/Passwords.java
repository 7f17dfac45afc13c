package dev.convene.simulators.webex;

import java.util.Optional;
import java.util.SplittableRandom;

/** The site's policy: 8 to 16 characters with a capital, a small letter and a digit. */
final class Passwords {
  // Letters and digits that are not mistaken for one another when read aloud.
  private static final String CAPITALS = "ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final String SMALL = "abcdefghijkmnpqrstuvwxyz";
  private static final String DIGITS = "23456789";

  private Passwords() {}

  /** What is wrong with a password; empty when it is good. */
  static Optional<String> refused(String password) {
    if (password.length() < 8 || password.length() > 16) {
      return Optional.of("Meeting password validation failed. 8 to 16 characters are required.");
    }
    if (password.chars().noneMatch(Character::isUpperCase)
        || password.chars().noneMatch(Character::isLowerCase)) {
      return Optional.of(
          "Meeting password validation failed. A mix of uppercase and lowercase letters is"
              + " required.");
    }
    return password.chars().noneMatch(Character::isDigit)
        ? Optional.of("Meeting password validation failed. At least one number is required.")
        : Optional.empty();
  }

  static String made(SplittableRandom random) {
    StringBuilder password = new StringBuilder(11);
    for (String from :
        new String[] {
          CAPITALS, SMALL, SMALL, DIGITS, CAPITALS, SMALL, DIGITS, SMALL, CAPITALS, SMALL, DIGITS
        }) {
      password.append(from.charAt(random.nextInt(from.length())));
    }
    return password.toString();
  }
}
