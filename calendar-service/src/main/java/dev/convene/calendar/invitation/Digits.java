package dev.convene.calendar.invitation;

/** Long numbers in groups that can be read aloud. */
final class Digits {

  private static final int ELEVEN = 11;
  private static final int TEN = 10;
  private static final int NINE = 9;

  private Digits() {}

  /** Webex's own way to write them: 4-3-4, 3-3-4 or 3-3-3; anything else stays as it is. */
  static String grouped(String number) {
    if (!number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return number;
    }
    return switch (number.length()) {
      case ELEVEN -> split(number, 4, 7);
      case TEN, NINE -> split(number, 3, 6);
      default -> number;
    };
  }

  private static String split(String number, int first, int second) {
    return number.substring(0, first)
        + " "
        + number.substring(first, second)
        + " "
        + number.substring(second);
  }
}
