package dev.convene.defaults.messaging;

import dev.convene.defaults.messaging.Decoded.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the messages of one catalogue. Never throws for what comes from outside: every
 * record is either {@linkplain Decoded.Known known} or {@linkplain Decoded.Unreadable not}. Unknown
 * fields are skipped, so that a writer may add some.
 *
 * @param <T> what all messages of the catalogue have in common
 */
public final class MessageCodec<T> {

  private final Map<String, ObjectReader> readers;
  private final Set<String> unversionedNames;
  private final ObjectWriter writer;
  private final Class<T> common;

  /**
   * @param catalogue the record for each value of {@code ce_type}
   */
  public MessageCodec(
      JsonMapper mapper, Class<T> common, Map<String, ? extends Class<? extends T>> catalogue) {
    this.common = common;
    this.writer = mapper.writer();
    this.readers =
        catalogue.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> mapper.readerFor(entry.getValue())));
    this.unversionedNames =
        catalogue.keySet().stream()
            .map(MessageCodec::withoutVersion)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The message as the value of a record. */
  public byte[] encode(T message) {
    return writer.writeValueAsBytes(message);
  }

  /**
   * Reads one record.
   *
   * @param headers as the binder gives them: strings, or bytes in UTF-8
   */
  public Decoded<T> decode(Map<String, ?> headers, byte[] body) {
    String type = text(headers, Envelope.TYPE);
    String id = text(headers, Envelope.ID);
    String source = text(headers, Envelope.SOURCE);
    String subject = text(headers, Envelope.SUBJECT);
    String time = text(headers, Envelope.TIME);
    if (type == null || id == null || source == null || subject == null || time == null) {
      return unreadable(
          Problem.ENVELOPE,
          "a CloudEvents attribute is missing: ce_type, ce_id, ce_source, ce_subject and ce_time"
              + " are needed");
    }
    ObjectReader reader = readers.get(type);
    if (reader == null) {
      return unversionedNames.contains(withoutVersion(type))
          ? unreadable(
              Problem.UNKNOWN_VERSION, "this version of the type is not known here: " + brief(type))
          : unreadable(Problem.UNKNOWN_TYPE, "the type is not known here: " + brief(type));
    }
    try {
      Envelope envelope =
          new Envelope(
              id,
              type,
              source,
              subject,
              Instant.parse(time),
              "true".equals(text(headers, Envelope.RESENT)));
      return new Decoded.Known<>(envelope, common.cast(reader.readValue(body)));
    } catch (DateTimeParseException e) {
      return unreadable(Problem.ENVELOPE, "ce_time is not a time as RFC 3339 writes it");
    } catch (JacksonException e) {
      return unreadable(Problem.BODY, "not a " + type + ": " + brief(e.getOriginalMessage()));
    }
  }

  private static <T> Decoded<T> unreadable(Problem problem, String reason) {
    return new Decoded.Unreadable<>(problem, reason);
  }

  private static @Nullable String text(Map<String, ?> headers, String name) {
    Object value = headers.get(name);
    return switch (value) {
      case null -> null;
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      default -> value.toString();
    };
  }

  private static String withoutVersion(String type) {
    int dot = type.lastIndexOf(".v");
    return dot < 0 ? type : type.substring(0, dot);
  }

  /** What came from outside is repeated only in part, and never with line breaks. */
  private static String brief(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= 120 ? line : line.substring(0, 119) + "…";
  }
}
