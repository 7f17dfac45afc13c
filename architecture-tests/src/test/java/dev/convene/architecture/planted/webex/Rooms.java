package dev.convene.architecture.planted.webex;

/** Public, because others use it; whether they may is another rule. */
public record Rooms() {}
