package dev.convene.gateway.operations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operator did. */
@Schema(description = "What an operator did: who, when, on what, and why.")
record Action(
    long number,
    Kind kind,
    Instant at,
    Person by,
    @Nullable String reason,
    @Schema(description = "Ids of meetings or of dead letters, a provider, or a mailbox.")
        List<String> targets,
    @Schema(description = "When the workers were told, or Kafka had it; absent: not yet.")
        @Nullable Instant toldAt) {}
