package dev.convene.webex.xml;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes the passwords of meetings, which the XML API, unlike REST, wants to be given: 14 characters
 * of all four kinds that a site's rules can ask for, none of them mistaken for another.
 */
final class MeetingPasswords {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String SMALL = "abcdefghijkmnopqrstuvwxyz";
  private static final String DIGITS = "23456789";

  /** The one that Cisco's own samples have in a password. */
  private static final String SPECIAL = "!";

  private MeetingPasswords() {}

  static String next() {
    List<Character> characters = new ArrayList<>();
    take(characters, 5, CAPITALS);
    take(characters, 5, SMALL);
    take(characters, 3, DIGITS);
    take(characters, 1, SPECIAL);
    Collections.shuffle(characters, RANDOM);
    return characters.stream().map(String::valueOf).collect(Collectors.joining());
  }

  private static void take(List<Character> characters, int count, String from) {
    for (int i = 0; i < count; i++) {
      characters.add(from.charAt(RANDOM.nextInt(from.length())));
    }
  }
}
