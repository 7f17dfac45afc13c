package dev.convene.gateway.series;

/**
 * Why a rule cannot be taken.
 *
 * @param code stable, made for programs
 * @param detail a sentence about this rule
 * @param allowed what could be asked for instead
 */
public record Objection(String code, String detail, String allowed) {}
