package dev.convene.gateway.streaming;

import dev.convene.gateway.access.Reach;
import dev.convene.gateway.meetings.Meeting;
import dev.convene.gateway.meetings.MeetingStore;
import dev.convene.gateway.meetings.TimelineEntry;
import dev.convene.gateway.progress.MeetingStatus;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** Makes the events of one stream from what the row says each time. */
@Component
class Streams implements SmartLifecycle {

  /** Before the first entry, which has the number 0. */
  static final int NOTHING_SEEN = -1;

  private final MeetingStore store;
  private final Hub hub;
  private final JsonMapper mapper;
  private final StreamingProperties properties;
  private final AtomicInteger open = new AtomicInteger();
  private volatile Sinks.Empty<Void> closing = Sinks.empty();
  private volatile boolean running;

  /** The data of an event {@code step}. */
  record StepData(MeetingStatus status, TimelineEntry entry) {}

  /** The data of the event {@code end}. */
  record EndData(MeetingStatus status) {}

  Streams(
      MeetingStore store,
      Hub hub,
      JsonMapper mapper,
      StreamingProperties properties,
      MeterRegistry metrics) {
    this.store = store;
    this.hub = hub;
    this.mapper = mapper;
    this.properties = properties;
    metrics.gauge("convene.streams.open", open);
  }

  boolean isFull() {
    return open.get() >= properties.mostStreams();
  }

  /**
   * The entries after {@code lastSeen}, those that are there and those to come, until the meeting
   * has ended.
   */
  Flux<ServerSentEvent<String>> of(UUID id, Reach reach, int lastSeen) {
    Flux<Looked> looks =
        Flux.merge(
                Flux.just(Hub.Nudge.LOOK),
                hub.nudges(id),
                Flux.interval(properties.heartbeat()).onBackpressureDrop().map(_ -> Hub.Nudge.LOOK))
            .onBackpressureLatest()
            .concatMap(_ -> meeting(id, reach), 0)
            .scan(new Looked(lastSeen, List.of(), false), this::look)
            .skip(1);
    return looks
        .takeUntil(Looked::ended)
        .takeUntilOther(closing.asMono())
        .takeUntilOther(Mono.delay(properties.longest()))
        .concatMapIterable(Looked::events)
        .doOnSubscribe(_ -> open.incrementAndGet())
        .doFinally(_ -> open.decrementAndGet());
  }

  /** What one look at the row brought. */
  private record Looked(int lastSeen, List<ServerSentEvent<String>> events, boolean ended) {}

  private Looked look(Looked before, Meeting meeting) {
    MeetingStatus status = meeting.progress().status();
    List<ServerSentEvent<String>> events = new ArrayList<>();
    int lastSeen = before.lastSeen();
    for (TimelineEntry entry : TimelineEntry.after(lastSeen, meeting)) {
      events.add(step(status, entry));
      lastSeen = Math.max(lastSeen, entry.number());
    }
    if (status.hasEnded()) {
      events.add(event("end", new EndData(status)).build());
    } else if (events.isEmpty()) {
      events.add(ServerSentEvent.<String>builder().comment("still here").build());
    }
    return new Looked(lastSeen, events, status.hasEnded());
  }

  private ServerSentEvent<String> step(MeetingStatus status, TimelineEntry entry) {
    return event("step", new StepData(status, entry)).id(Integer.toString(entry.number())).build();
  }

  private ServerSentEvent.Builder<String> event(String name, Object data) {
    return ServerSentEvent.<String>builder().event(name).data(mapper.writeValueAsString(data));
  }

  /** The meeting, to find out whether there is one. */
  Mono<Meeting> meeting(UUID id, Reach reach) {
    return store.find(id, reach).map(MeetingStore.Seen::meeting);
  }

  @Override
  public void start() {
    closing = Sinks.empty();
    running = true;
  }

  /**
   * Before the web server waits for its requests: watchers go on at another replica. Who comes in
   * between is let go at once, too.
   */
  @Override
  public void stop() {
    running = false;
    closing.tryEmitEmpty();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
