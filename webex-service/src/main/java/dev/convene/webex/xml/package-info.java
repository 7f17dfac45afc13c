/** Webex's XML API, for sites that have no other: requests, answers, tickets, time zones. */
@NullMarked
package dev.convene.webex.xml;

import org.jspecify.annotations.NullMarked;
