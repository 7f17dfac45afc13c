/** Mailboxes, their events and the mails that these cause, by the rules of Exchange and Graph. */
@NullMarked
package dev.convene.simulators.microsoft.calendar;

import org.jspecify.annotations.NullMarked;
