package dev.convene.worker;

import dev.convene.contracts.AbandonStep;
import dev.convene.contracts.OperatorCommand;
import dev.convene.contracts.PauseTarget;
import dev.convene.contracts.PauseWork;
import dev.convene.contracts.Provider;
import dev.convene.contracts.ResumeWork;
import dev.convene.contracts.RetryStep;
import dev.convene.defaults.messaging.Decoded;
import dev.convene.defaults.messaging.MessageCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Takes what operators order, by a consumer of its own that is never paused, and makes it durable.
 * To get an order twice changes nothing. Returns dead letters, and nothing else.
 */
final class OperatorInbox implements Function<Message<List<byte[]>>, List<Message<byte[]>>> {

  private static final Logger log = LoggerFactory.getLogger(OperatorInbox.class);

  private final MessageCodec<OperatorCommand> codec;
  private final Provider provider;
  private final WishTable wishes;
  private final PauseTable pauses;
  private final OperatorWatch watch;
  private final DeadLetters deadLetters;

  OperatorInbox(
      MessageCodec<OperatorCommand> codec,
      Provider provider,
      WishTable wishes,
      PauseTable pauses,
      OperatorWatch watch,
      DeadLetters deadLetters) {
    this.codec = codec;
    this.provider = provider;
    this.wishes = wishes;
    this.pauses = pauses;
    this.watch = watch;
    this.deadLetters = deadLetters;
  }

  @Override
  public List<Message<byte[]>> apply(Message<List<byte[]>> batch) {
    List<Message<byte[]>> unreadable = new ArrayList<>();
    for (Inbound record : Inbound.of(batch)) {
      switch (codec.decode(record.headers(), record.body())) {
        case Decoded.Known(var _, var command) -> take(command);
        case Decoded.Unreadable<?> why -> unreadable.add(deadLetters.of(record, why));
      }
    }
    watch.look();
    return unreadable;
  }

  private void take(OperatorCommand command) {
    switch (command) {
      case RetryStep(var id, var _, var action) -> wish(id, Wish.Kind.RETRY, "", action);
      case AbandonStep(var id, var _, var note, boolean byHand, var action) ->
          wish(id, byHand ? Wish.Kind.HANDLED_BY_HAND : Wish.Kind.ABANDON, note, action);
      case PauseWork(var target, var action) -> pause(target, true, action);
      case ResumeWork(var target, var action) -> pause(target, false, action);
    }
  }

  private void wish(UUID meetingId, Wish.Kind kind, String note, long action) {
    wishes.add(new Wish(meetingId.toString(), kind, note, action));
  }

  private void pause(String target, boolean paused, long action) {
    if (PauseTarget.isMailbox(target) || target.equals(provider.id())) {
      pauses.set(target, paused, action);
      log.info("Action {}: {} is {}", action, target, paused ? "paused" : "resumed");
    }
  }
}
