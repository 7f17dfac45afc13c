package dev.convene.webex.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The calls of Webex's REST interface that we make. Answers come as bytes, whatever their status:
 * Webex's errors are not always JSON. A host is named by an administrator's token only; a person's
 * own stands for its owner.
 */
@HttpExchange("/v1/meetings")
interface MeetingsApi {

  @PostExchange
  ResponseEntity<byte[]> create(
      @RequestHeader("Authorization") String bearer, @RequestBody CreateMeetingRequest meeting);

  /**
   * Only what lies between {@code from} and {@code to}, which must be given: Webex's own default is
   * a week.
   */
  @GetExchange
  ResponseEntity<byte[]> list(
      @RequestHeader("Authorization") String bearer,
      @RequestParam String integrationTag,
      @RequestParam(required = false) @Nullable String hostEmail,
      @RequestParam String meetingType,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam int max);

  @GetExchange("/{id}")
  ResponseEntity<byte[]> get(
      @RequestHeader("Authorization") String bearer,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String hostEmail);

  @DeleteExchange("/{id}")
  ResponseEntity<byte[]> delete(
      @RequestHeader("Authorization") String bearer,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String hostEmail,
      @RequestParam boolean sendEmail);
}
