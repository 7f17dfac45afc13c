package dev.convene.auth.people;

import java.util.UUID;

/**
 * Somebody who has signed in.
 *
 * @param id given here, and never changed: the {@code sub} of their tokens
 * @param email their mailbox, in lower case, as it was at the last sign-in
 * @param name as people see it
 */
public record Person(UUID id, String email, String name) {}
