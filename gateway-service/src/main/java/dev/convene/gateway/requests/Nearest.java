package dev.convene.gateway.requests;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known word that somebody probably meant. */
final class Nearest {

  private static final int FARTHEST = 2;
  private static final int LONGEST = 64;

  private Nearest() {}

  /** The nearest of {@code known} within two edits, upper and lower case being one; or null. */
  static @Nullable String to(String given, Collection<String> known) {
    if (given.length() > LONGEST) {
      return null;
    }
    String word = given.toLowerCase(Locale.ROOT);
    String nearest = null;
    int least = FARTHEST + 1;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - word.length()) < least) {
        int distance = distance(word, candidate.toLowerCase(Locale.ROOT));
        if (distance < least && distance < candidate.length()) {
          least = distance;
          nearest = candidate;
        }
      }
    }
    return nearest;
  }

  /** Levenshtein's. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
