package dev.convene.simulators.page;

/**
 * A mailbox, or a Webex host, and how many items it has.
 *
 * @param address in lower case
 */
public record Mailbox(String address, int items) {}
