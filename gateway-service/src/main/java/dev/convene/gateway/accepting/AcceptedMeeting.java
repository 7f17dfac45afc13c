package dev.convene.gateway.accepting;

import dev.convene.gateway.progress.MeetingStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** The body of a 202: the same for the same request, however often it is sent. */
@Schema(description = "The request is durable, and will be worked on.")
record AcceptedMeeting(
    @Schema(example = "0199c1f2-7a3b-7c44-9d55-0b6e2f1a8c90") UUID id,
    @Schema(allowableValues = "ACCEPTED") MeetingStatus status,
    @Schema(example = "2027-02-01T08:30:00.125Z") Instant acceptedAt) {}
