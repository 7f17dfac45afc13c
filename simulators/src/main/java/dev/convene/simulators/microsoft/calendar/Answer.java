package dev.convene.simulators.microsoft.calendar;

import java.time.Instant;

/**
 * What an attendee answers.
 *
 * @param address of the attendee
 * @param response in Graph's words: accepted, declined, tentativelyAccepted
 * @param at when; may lie ahead
 */
record Answer(String address, String response, Instant at) {}
