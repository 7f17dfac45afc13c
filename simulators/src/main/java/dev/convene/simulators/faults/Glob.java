package dev.convene.simulators.faults;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern in which {@code *} stands for any text. */
final class Glob {
  private final Pattern pattern;

  private Glob(String glob, boolean prefix) {
    String regex =
        Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    this.pattern =
        Pattern.compile(prefix ? regex + ".*" : regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  static Glob pathPrefixOrPattern(String path) {
    return new Glob(path, path.indexOf('*') < 0);
  }

  static Glob address(String address) {
    return new Glob(address, false);
  }

  boolean matches(String text) {
    return pattern.matcher(text).matches();
  }
}
