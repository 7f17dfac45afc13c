package dev.convene.simulators.webex;

import dev.convene.simulators.page.Mailbox;
import dev.convene.simulators.page.Meetings;
import java.time.ZoneId;
import java.util.List;

/** The meetings as the page shows them. */
final class HostedMeetings implements Meetings {
  private final MeetingStore store;

  HostedMeetings(MeetingStore store) {
    this.store = store;
  }

  @Override
  public List<Mailbox> hosts(String search, int max) {
    return store.hosts(search, max);
  }

  @Override
  public List<Meeting> of(String host, int max) {
    return store.newestOf(host).limit(max).map(HostedMeetings::shown).toList();
  }

  private static Meeting shown(dev.convene.simulators.webex.Meeting meeting) {
    Draft draft = meeting.draft();
    ZoneId zone = ZoneId.of(draft.timeZone());
    return new Meeting(
        meeting.id(),
        draft.title(),
        meeting.host(),
        draft.start().atZone(zone).toLocalDateTime(),
        draft.end().atZone(zone).toLocalDateTime(),
        draft.timeZone(),
        meeting.number().replaceFirst("(\\d{4})(\\d{3})(\\d{4})", "$1 $2 $3"),
        meeting.webLink(),
        draft.recurrence(),
        meeting.anyTag(),
        !meeting.live());
  }
}
