package dev.convene.simulators.microsoft.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that is asked for and may be made.
 *
 * @param request what was asked for, digested
 */
record Draft(
    Slot slot,
    String content,
    List<String> attendees,
    @Nullable String transactionId,
    String request,
    List<ExtendedProperty> properties) {}
