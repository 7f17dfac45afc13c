package dev.convene.simulators.page;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;

/** Serves the page at {@code /} and {@code /_sim}. */
public final class Page {
  private final Invitations invitations;
  private final Meetings meetings;

  public Page(Invitations invitations, Meetings meetings) {
    this.invitations = invitations;
    this.meetings = meetings;
  }

  /** Adds the page's routes. */
  public void routes(Router router) {
    router.on("GET", "/", this::show).on("GET", "/_sim", this::show);
  }

  private Reply show(Call call) {
    int mailboxes = invitations.mailboxes("", 200).size() + meetings.hosts("", 200).size();
    return Reply.text(200, "text/plain", mailboxes + " mailboxes hold something.\n");
  }
}
