package dev.convene.defaults.messaging;

import dev.convene.defaults.messaging.Decoded.Problem;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the messages of one catalogue. Never throws for what comes from outside: every
 * record is either {@linkplain Decoded.Known known} or {@linkplain Decoded.Unreadable not}. Unknown
 * fields are skipped, so that a writer may add some.
 *
 * @param <T> what all messages of the catalogue have in common
 */
public final class MessageCodec<T> {

  private static final Pattern VERSION = Pattern.compile("\\.v[0-9]+$");

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
   * @param body null for what Kafka calls a tombstone
   */
  public Decoded<T> decode(Map<String, ?> headers, byte @Nullable [] body) {
    Envelope envelope;
    try {
      envelope = EnvelopeReader.read(headers);
    } catch (EnvelopeReader.Malformed e) {
      return unreadable(Problem.ENVELOPE, String.valueOf(e.getMessage()));
    }
    ObjectReader reader = readers.get(envelope.type());
    if (reader == null) {
      return unversionedNames.contains(withoutVersion(envelope.type()))
          ? unreadable(
              Problem.UNKNOWN_VERSION,
              "this version of the type is not known here: " + brief(envelope.type()))
          : unreadable(
              Problem.UNKNOWN_TYPE, "the type is not known here: " + brief(envelope.type()));
    }
    if (body == null) {
      return unreadable(Problem.BODY, "there is no value");
    }
    return decode(envelope, reader, body);
  }

  private Decoded<T> decode(Envelope envelope, ObjectReader reader, byte[] body) {
    try {
      T message = common.cast(reader.readValue(body));
      return message == null
          ? unreadable(Problem.BODY, "the value is null")
          : new Decoded.Known<>(envelope, message);
    } catch (RuntimeException e) {
      // Jackson wraps what a record's constructor throws, but promises it of nothing else.
      return unreadable(Problem.BODY, "does not fit " + envelope.type() + ": " + flaw(e));
    }
  }

  /** What is wrong and where. Jackson's own messages quote the value, so they are not used. */
  private static String flaw(RuntimeException e) {
    return switch (e) {
      case StreamConstraintsException _ -> "a value is too deep or too long to be read";
      case StreamReadException syntax ->
          "not JSON from line %d, column %d"
              .formatted(syntax.getLocation().getLineNr(), syntax.getLocation().getColumnNr());
      case ValueInstantiationException refused
          when refused.getCause() instanceof IllegalArgumentException check ->
          (place(refused) + " " + check.getMessage()).strip();
      case JacksonException misfit when !misfit.getPath().isEmpty() ->
          place(misfit) + " is missing, or not what belongs there";
      default -> "not the JSON object that belongs there";
    };
  }

  /** Such as {@code join.dialIns[0]}; empty for the message itself. */
  private static String place(JacksonException e) {
    return e.getPath().stream()
        .map(step ->
            step.getPropertyName() == null
                ? "[" + step.getIndex() + "]"
                : "." + step.getPropertyName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static <T> Decoded<T> unreadable(Problem problem, String reason) {
    return new Decoded.Unreadable<>(problem, reason);
  }

  private static String withoutVersion(String type) {
    return VERSION.matcher(type).replaceFirst("");
  }

  /** What came from outside is repeated only in part. */
  private static String brief(String type) {
    return type.length() <= 120 ? type : type.substring(0, 119) + "…";
  }
}
