package dev.convene.gateway.accepting;

import dev.convene.contracts.Requester;

/**
 * Who is asking.
 *
 * @param client whose idempotency keys are its own
 */
public record Caller(String client, Requester requester) {}
