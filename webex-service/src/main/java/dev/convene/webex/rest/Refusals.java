package dev.convene.webex.rest;

import dev.convene.contracts.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says in words that help why Webex refused. Webex has no error codes for meetings, so its texts
 * have to do; what is not recognised is passed on as Webex put it.
 */
final class Refusals {

  private static final int LONGEST_QUOTE = 200;

  private final JsonMapper mapper;

  Refusals(JsonMapper mapper) {
    this.mapper = mapper;
  }

  private record Detail(@Nullable String description) {}

  private record Body(
      @Nullable String message, @Nullable List<Detail> errors, @Nullable String trackingId) {}

  /** Why a call about a meeting of {@code host} was refused with {@code status}. */
  Reason reason(int status, byte @Nullable [] answer, String host) {
    Body body = read(answer);
    String said = said(body);
    String text = said.toLowerCase(Locale.ROOT);
    String code;
    String message;
    if (text.contains("before current time") || text.contains("in the past")) {
      code = "webex.start-in-past";
      message = "The meeting would have started before Webex got it. Choose a later start.";
    } else if (text.contains("session type") || text.contains("licen")) {
      code = "webex.no-licence";
      message =
          host
              + " has no Webex licence for meetings. An administrator can assign one in Control Hub.";
    } else if (text.contains("timezone") || text.contains("time zone")) {
      code = "webex.time-zone";
      message = "Webex does not accept this time zone: " + said;
    } else if (status == 403) {
      code = "webex.not-permitted";
      message = "Webex does not let Convene schedule for " + host + ": " + said;
    } else if (status == 404 || (text.contains("host") && text.contains("not"))) {
      code = "webex.host-unknown";
      message = "Webex knows no host " + host + ". Check the address, or ask for a Webex account.";
    } else {
      code = "webex.refused";
      message = "Webex refused the meeting: " + said;
    }
    return new Reason(code, message, body.trackingId());
  }

  /** What support at Webex asks for; null where the answer does not say. */
  @Nullable String trackingId(byte @Nullable [] answer) {
    return read(answer).trackingId();
  }

  private Body read(byte @Nullable [] answer) {
    if (answer == null || answer.length == 0) {
      return new Body(null, null, null);
    }
    try {
      return mapper.readValue(answer, Body.class);
    } catch (JacksonException e) {
      // An HTML page of some proxy; its text helps nobody.
      return new Body(null, null, null);
    }
  }

  private static String said(Body body) {
    List<String> parts = new ArrayList<>();
    if (body.errors() != null) {
      body.errors().stream()
          .map(Detail::description)
          .filter(description -> description != null && !description.isBlank())
          .forEach(parts::add);
    }
    if (parts.isEmpty()) {
      parts.add(body.message() == null ? "no reason was given" : body.message());
    }
    String said = String.join(" ", parts).replaceAll("\\p{Cntrl}+", " ");
    return said.length() <= LONGEST_QUOTE ? said : said.substring(0, LONGEST_QUOTE - 1) + "…";
  }
}
