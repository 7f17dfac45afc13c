package dev.convene.simulators.microsoft;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.microsoft.calendar.Mailbox;
import dev.convene.simulators.microsoft.calendar.Mailboxes;
import dev.convene.simulators.microsoft.calendar.Shares;
import dev.convene.simulators.microsoft.entra.Caller;
import dev.convene.simulators.microsoft.entra.Tokens;
import dev.convene.simulators.microsoft.odata.GraphErrors;
import dev.convene.simulators.microsoft.odata.Refused;
import dev.convene.simulators.microsoft.settings.Switches;
import dev.convene.simulators.seeds.Person;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose calendar a call is about, and whether its caller may do what it asks. */
final class Access {
  private static final String USERS = "/v1.0/users/";

  private final Tokens tokens;
  private final Mailboxes mailboxes;
  private final Switches switches;

  Access(Tokens tokens, Mailboxes mailboxes, Switches switches) {
    this.tokens = tokens;
    this.mailboxes = mailboxes;
    this.switches = switches;
  }

  /** Null when the token is missing, unknown or has run out. */
  @Nullable Caller known(Call call) {
    return tokens.verify(call.bearer());
  }

  /** The caller of a call that was let in. */
  Caller caller(Call call) {
    Caller caller = known(call);
    if (caller == null) {
      throw GraphReplies.unauthorized("Lifetime validation failed, the token is expired.")
          .refused();
    }
    return caller;
  }

  /** The address that a path names, without asking whether it exists; null when it names none. */
  @Nullable String named(Call call) {
    String path = call.path();
    if (path.startsWith(USERS)) {
      int slash = path.indexOf('/', USERS.length());
      String user = path.substring(USERS.length(), slash < 0 ? path.length() : slash);
      return user.indexOf('@') > 0
          ? user.toLowerCase(Locale.ROOT)
          : mailboxes.person(user).map(Person::address).orElse(null);
    }
    if (path.equals("/v1.0/me") || path.startsWith("/v1.0/me/")) {
      Caller caller = known(call);
      return caller == null ? null : caller.user();
    }
    return null;
  }

  /** The user that the path of a mail call names. */
  Person person(Call call) {
    if (!call.path().startsWith(USERS)) {
      String user = caller(call).user();
      if (user == null) {
        throw GraphErrors.badRequest(
                "/me request is only valid with delegated authentication flow.")
            .refused();
      }
      return mailboxes.person(user).orElseThrow();
    }
    String user = call.variable("user");
    return mailboxes
        .person(user.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> GraphErrors.unknownMailUser(user).refused());
  }

  /** The mailbox of the calendar that the path names, for a caller who may do this to it. */
  Mailbox mailbox(Call call, Shares.Right need) {
    Caller caller = caller(call);
    Person person = person(call);
    Mailbox mailbox = mailbox(person);
    if (call.notes().route().contains("{calendar}")) {
      mailbox = CalendarsApi.named(mailboxes, mailbox, call.variable("calendar"));
      call.notes().mailbox(mailbox.address());
    }
    check(caller, mailbox.address(), need);
    return mailbox;
  }

  Mailbox mailbox(Person person) {
    return mailboxes.of(person).orElseThrow(() -> GraphErrors.noMailbox().refused());
  }

  private void check(Caller caller, String owner, Shares.Right need) {
    boolean edit = need == Shares.Right.EDIT;
    String user = caller.user();
    if (user == null || user.equals(owner)) {
      if (!may(caller, edit)) {
        throw GraphErrors.accessDenied().refused();
      }
      return;
    }
    boolean scope =
        caller.may("Calendars.ReadWrite.Shared") || (!edit && caller.may("Calendars.Read.Shared"));
    Shares.Right right = Shares.right(owner, user);
    if (!scope || right == Shares.Right.NONE || (edit && right != Shares.Right.EDIT)) {
      throw denied();
    }
  }

  private static boolean may(Caller caller, boolean edit) {
    return caller.may("Calendars.ReadWrite", "Calendars.ReadWrite.Shared")
        || (!edit && caller.may("Calendars.Read", "Calendars.Read.Shared"));
  }

  private Refused denied() {
    return switches.sharingDeniedAsNotFound().get()
        ? GraphErrors.itemNotFound().refused()
        : GraphErrors.accessDenied().refused();
  }
}
