package dev.convene.simulators.webex;

import dev.convene.simulators.http.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The mails that Webex would have sent; the last {@value #KEPT} are kept. */
final class Outbox {
  static final int KEPT = 10_000;

  private final ArrayDeque<Mail> mails = new ArrayDeque<>();
  private final AtomicLong count = new AtomicLong();

  /** Why a mail is sent. */
  enum Kind {
    INVITE,
    UPDATE,
    CANCEL
  }

  /**
   * One mail.
   *
   * @param to in lower case
   * @param ref the meeting's integration tag
   */
  record Mail(
      long n,
      Instant at,
      Kind kind,
      String to,
      String meetingId,
      String subject,
      @Nullable String ref) {
    ObjectNode json() {
      ObjectNode json = Json.object();
      json.put("n", n);
      json.put("at", at.toString());
      json.put("kind", kind.name().toLowerCase(Locale.ROOT));
      json.put("to", to);
      json.put("meetingId", meetingId);
      json.put("subject", subject);
      if (ref != null) {
        json.put("ref", ref);
      }
      return json;
    }
  }

  /** One mail to each. */
  void send(Kind kind, Meeting meeting, List<String> to, Instant at) {
    synchronized (mails) {
      for (String address : to) {
        if (mails.size() == KEPT) {
          mails.removeFirst();
        }
        mails.addLast(
            new Mail(
                count.incrementAndGet(),
                at,
                kind,
                address.toLowerCase(Locale.ROOT),
                meeting.id(),
                meeting.draft().title(),
                meeting.anyTag()));
      }
    }
  }

  /** Those to one address, about one meeting, or all; oldest first. */
  List<Mail> read(@Nullable String to, @Nullable String ref) {
    synchronized (mails) {
      return mails.stream()
          .filter(mail -> to == null || mail.to().equals(to.toLowerCase(Locale.ROOT)))
          .filter(mail -> ref == null || ref.equals(mail.ref()))
          .toList();
    }
  }

  void clear() {
    synchronized (mails) {
      mails.clear();
    }
  }
}
