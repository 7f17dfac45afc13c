package dev.convene.webex.rest;

import dev.convene.contracts.Requester;
import dev.convene.webex.calls.Envelope;
import dev.convene.webex.calls.Statuses;
import dev.convene.webex.meetings.Owner;
import dev.convene.webex.meetings.Webex;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.webex.quota.CreationGate;
import dev.convene.worker.vault.Pass;
import dev.convene.worker.vault.VendorToken;
import dev.convene.worker.vault.VendorTokens;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** {@link Webex} over its REST interface. */
record RestWebex(
    MeetingsApi api,
    Envelope envelope,
    VendorTokens tokens,
    Statuses statuses,
    Refusals refusals,
    CreationGate gate,
    JsonMapper mapper)
    implements Webex {

  private static final String APPLICATION = "the application";

  @Override
  public WebexMeetings as(Requester requestedBy, UUID meetingId) {
    Pass pass = tokens.pass(requestedBy, meetingId);
    return switch (pass.token()) {
      case VendorToken.Granted granted -> {
        boolean own = requestedBy.isDelegated();
        WebexCalls calls =
            new WebexCalls(
                envelope,
                new AccessToken(own ? requestedBy.subject() : APPLICATION, pass, granted),
                statuses,
                refusals);
        yield new RestWebexMeetings(api, calls, gate, mapper, own ? new Owner(requestedBy) : null);
      }
      case VendorToken.Missing missing -> new ClosedWebex(missing);
    };
  }
}
