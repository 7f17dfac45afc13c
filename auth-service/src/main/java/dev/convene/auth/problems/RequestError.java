package dev.convene.auth.problems;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where in the body, as RFC 6901 points
 * @param code stable, made for programs
 * @param detail a sentence for people
 */
public record RequestError(String pointer, String code, String detail) {}
