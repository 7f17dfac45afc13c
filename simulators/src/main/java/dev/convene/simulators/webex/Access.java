package dev.convene.simulators.webex;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Refusal;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Who calls, for whom they may act, and which meeting they mean. */
final class Access {
  static final String READ = "meeting:schedules_read";
  static final String WRITE = "meeting:schedules_write";
  static final String ADMIN_READ = "meeting:admin_schedule_read";
  static final String ADMIN_WRITE = "meeting:admin_schedule_write";

  private final Tokens tokens;
  private final MeetingStore store;

  Access(Tokens tokens, MeetingStore store) {
    this.tokens = tokens;
    this.store = store;
  }

  /** A caller who may act for one host: themselves, or with an admin's scopes the one named. */
  record Acting(Caller caller, @Nullable Person host) {
    boolean hosts(Meeting meeting) {
      return host != null && host.address().equals(meeting.host());
    }
  }

  /**
   * The caller, with one of the scopes.
   *
   * @throws Refusal 401 without a valid token, 403 without such a scope
   */
  Caller caller(Call call, String... anyOf) {
    Caller caller = tokens.caller(call.bearer());
    if (caller == null) {
      throw new Refusal(WebexErrors.unauthorized());
    }
    if (!caller.may(anyOf)) {
      throw WebexErrors.forbidden();
    }
    return caller;
  }

  Acting reading(Call call, @Nullable String hostEmail) {
    return acting(caller(call, READ, ADMIN_READ), hostEmail, ADMIN_READ);
  }

  Acting writing(Call call, @Nullable String hostEmail) {
    return acting(caller(call, WRITE, ADMIN_WRITE), hostEmail, ADMIN_WRITE);
  }

  private static Acting acting(Caller caller, @Nullable String hostEmail, String adminScope) {
    if (hostEmail == null) {
      return new Acting(caller, caller.user());
    }
    if (!caller.may(adminScope)) {
      throw WebexErrors.forbidden();
    }
    return new Acting(
        caller,
        Seeds.find(hostEmail)
            .orElseThrow(() ->
                WebexErrors.invalid(
                    "Parameter 'hostEmail' is invalid: the user does not exist on a site that"
                        + " you manage.")));
  }

  /**
   * The live meeting with this id, if it is the host's.
   *
   * @throws Refusal 404 otherwise
   */
  Meeting meeting(Acting acting, String id) {
    Meeting meeting = store.find(id);
    if (meeting == null || !meeting.live() || !acting.hosts(meeting)) {
      throw WebexErrors.unknownMeeting();
    }
    return meeting;
  }

  /** The zone that the answer shall be in. */
  static ZoneId zone(Call call) {
    String given = call.header("timezone");
    if (given == null) {
      return ZoneId.of("UTC");
    }
    ZoneId zone = Times.zone(given);
    if (zone == null) {
      throw WebexErrors.invalid("Header 'timezone' is not an IANA time zone: '" + given + "'.");
    }
    return zone;
  }
}
