package dev.convene.gateway.operations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something for which no calls are made. */
@Schema(description = "A provider or a mailbox for which no calls are made.")
record Pause(
    @Schema(description = "webex, microsoft or a mailbox.", example = "webex") String target,
    Instant since,
    Person by,
    @Nullable String reason,
    @Schema(description = "The action that paused it.") long action) {}
