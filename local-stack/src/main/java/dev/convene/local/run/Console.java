package dev.convene.local.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Writes for the person at the terminal, in colour where that is wanted. */
final class Console {

  private final PrintStream out;
  private final boolean colour;

  Console(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  synchronized void line(String text) {
    out.println(text);
    out.flush();
  }

  String bold(String text) {
    return styled("1", text);
  }

  String dim(String text) {
    return styled("2", text);
  }

  String good(String text) {
    return styled("32", text);
  }

  String bad(String text) {
    return styled("31", text);
  }

  private String styled(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** A time as people read it: {@code 12 ms}, {@code 3.4 s}. */
  static String time(Duration duration) {
    long millis = duration.toMillis();
    return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
