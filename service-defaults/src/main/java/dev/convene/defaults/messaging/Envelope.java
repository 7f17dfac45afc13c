package dev.convene.defaults.messaging;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The CloudEvents attributes of one message.
 *
 * @param id the same for every copy of the same fact or order
 * @param type logical name with version, such as {@code meeting.created.v1}
 * @param source the service that wrote it, such as {@code /webex-service}
 * @param subject what it is about: the meeting's id
 * @param time when it was written
 * @param resent whether this is a further copy, so that its effect may exist already. Every message
 *     that follows from a resent one is marked too
 */
public record Envelope(
    String id, String type, String source, String subject, Instant time, boolean resent) {

  static final String PREFIX = "ce_";
  static final String ID = PREFIX + "id";
  static final String TYPE = PREFIX + "type";
  static final String SOURCE = PREFIX + "source";
  static final String SUBJECT = PREFIX + "subject";
  static final String TIME = PREFIX + "time";
  static final String SPEC_VERSION = PREFIX + "specversion";

  /** An extension attribute of ours; present, and {@code true}, only on further copies. */
  static final String RESENT = PREFIX + "resent";

  private static final String CONTENT_TYPE = "content-type";

  /** The record headers that carry it, content type included. */
  public Map<String, String> headers() {
    Map<String, String> headers = LinkedHashMap.newLinkedHashMap(8);
    headers.put(SPEC_VERSION, "1.0");
    headers.put(ID, id);
    headers.put(TYPE, type);
    headers.put(SOURCE, source);
    headers.put(SUBJECT, subject);
    headers.put(TIME, time.toString());
    headers.put(CONTENT_TYPE, "application/json");
    if (resent) {
      headers.put(RESENT, "true");
    }
    return headers;
  }

  /** The same message as a further copy. */
  public Envelope asResent() {
    return resent ? this : new Envelope(id, type, source, subject, time, true);
  }
}
