package dev.convene.local.run;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * One server-sent event.
 *
 * @param name {@code message} where the server gave none
 * @param data its lines, joined by line breaks
 */
record ServerSentEvent(String name, String data) {

  /**
   * The events in a stream of lines; what has no data, such as a comment to keep it open, is none.
   */
  static Iterator<ServerSentEvent> in(Iterator<String> lines) {
    return new Iterator<>() {
      private @Nullable ServerSentEvent next;

      @Override
      public boolean hasNext() {
        if (next == null) {
          next = read(lines);
        }
        return next != null;
      }

      @Override
      public ServerSentEvent next() {
        if (next == null && !hasNext()) {
          throw new NoSuchElementException();
        }
        ServerSentEvent event = next;
        next = null;
        if (event == null) {
          throw new NoSuchElementException();
        }
        return event;
      }
    };
  }

  private static @Nullable ServerSentEvent read(Iterator<String> lines) {
    String name = "message";
    StringBuilder data = new StringBuilder();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.isEmpty() && !data.isEmpty()) {
        return new ServerSentEvent(name, data.substring(1));
      }
      if (line.isEmpty()) {
        name = "message";
      } else if (line.startsWith("event:")) {
        name = value(line, "event:");
      } else if (line.startsWith("data:")) {
        data.append('\n').append(value(line, "data:"));
      }
    }
    return null;
  }

  private static String value(String line, String field) {
    String value = line.substring(field.length());
    return value.startsWith(" ") ? value.substring(1) : value;
  }
}
