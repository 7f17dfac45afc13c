package dev.convene.calendar.graph;

import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.EventCollectionResponse;
import com.microsoft.graph.users.item.events.EventsRequestBuilder;
import com.microsoft.graph.users.item.events.item.cancel.CancelPostRequestBody;
import com.microsoft.kiota.RequestHeaders;
import dev.convene.calendar.graph.Failure.Kind;
import dev.convene.calendar.invitation.Invitation;
import dev.convene.worker.vault.Pass;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The few things that are done to events, each as one call or two. */
final class GraphEvents {

  private static final String[] WHAT_WE_READ = {"id", "webLink", "isCancelled"};

  private final GraphCalls calls;
  private final Pass pass;

  GraphEvents(GraphCalls calls, Pass pass) {
    this.calls = calls;
    this.pass = pass;
  }

  /** An event that exists. */
  record Existing(String id, @Nullable String webLink) {}

  Answer<Existing> create(Invitation invitation) {
    return calls.call(
        pass,
        "create",
        invitation.mailbox(),
        client ->
            existing(
                events(client, invitation.mailbox())
                    .post(EventModels.of(invitation), config -> ours(config.headers))));
  }

  /** The event of that id, if it is this meeting's and has not been cancelled; else none. */
  Answer<List<Existing>> withId(String mailbox, String eventId, UUID meetingId) {
    return calls.call(
        pass,
        "get",
        mailbox,
        client -> {
          Event event =
              events(client, mailbox)
                  .byEventId(eventId)
                  .get(config -> {
                    ours(config.headers);
                    config.queryParameters.select = WHAT_WE_READ;
                    config.queryParameters.expand = new String[] {Mark.expansion()};
                  });
          return event == null ? null : live(List.of(event), meetingId);
        });
  }

  /** The events with the meeting's mark; there should be one at most. */
  Answer<List<Existing>> marked(String mailbox, UUID meetingId) {
    return calls.call(
        pass,
        "find",
        mailbox,
        client -> {
          EventCollectionResponse page =
              events(client, mailbox)
                  .get(config -> {
                    ours(config.headers);
                    config.queryParameters.select = WHAT_WE_READ;
                    config.queryParameters.expand = new String[] {Mark.expansion()};
                    config.queryParameters.filter = Mark.filterFor(meetingId);
                  });
          return page == null || page.getValue() == null ? null : live(page.getValue(), meetingId);
        });
  }

  /**
   * Takes an event back, and tells those who were invited.
   *
   * @param comment to them; without one Exchange says only that it is cancelled
   * @return why it is still there; null when it is gone, by us or before us
   */
  @Nullable Failure remove(String mailbox, String eventId, @Nullable String comment) {
    Failure failure = failureOf(cancel(mailbox, eventId, comment));
    if (failure != null && failure.kind() == Kind.REFUSED) {
      // Such as: the mailbox's owner is not its organizer. Deleting needs no such right.
      failure = failureOf(delete(mailbox, eventId));
    }
    return failure != null && failure.kind() == Kind.GONE ? null : failure;
  }

  private Answer<Boolean> cancel(String mailbox, String eventId, @Nullable String comment) {
    return calls.call(
        pass,
        "cancel",
        mailbox,
        client -> {
          CancelPostRequestBody body = new CancelPostRequestBody();
          if (comment != null) {
            body.setComment(comment); // an absent one would be sent as null
          }
          events(client, mailbox)
              .byEventId(eventId)
              .cancel()
              .post(body, config -> ours(config.headers));
          return true;
        });
  }

  private Answer<Boolean> delete(String mailbox, String eventId) {
    return calls.call(
        pass,
        "delete",
        mailbox,
        client -> {
          events(client, mailbox).byEventId(eventId).delete(config -> ours(config.headers));
          return true;
        });
  }

  private static EventsRequestBuilder events(
      com.microsoft.graph.serviceclient.GraphServiceClient client, String mailbox) {
    return client.users().byUserId(mailbox).events();
  }

  /** The SDK would send one and the same request id for the life of the process. */
  private static void ours(RequestHeaders headers) {
    headers.add("Prefer", "IdType=\"ImmutableId\"");
    headers.add("client-request-id", UUID.randomUUID().toString());
  }

  private static List<Existing> live(List<Event> events, UUID meetingId) {
    return events.stream()
        .filter(event -> !Boolean.TRUE.equals(event.getIsCancelled()))
        .filter(event -> Mark.isOn(event, meetingId))
        .<Existing>mapMulti((event, next) -> {
          Existing existing = existing(event);
          if (existing != null) {
            next.accept(existing);
          }
        })
        .toList();
  }

  /** At once our own record: the models hold on to much memory. */
  private static @Nullable Existing existing(@Nullable Event event) {
    return event == null || event.getId() == null
        ? null
        : new Existing(event.getId(), event.getWebLink());
  }

  private static @Nullable Failure failureOf(Answer<?> answer) {
    return answer instanceof Answer.Failed<?>(var failure) ? failure : null;
  }
}
