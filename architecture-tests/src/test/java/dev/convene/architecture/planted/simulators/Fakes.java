package dev.convene.architecture.planted.simulators;

/** Something of a simulator's. */
public record Fakes() {}
