/** What webex-service does: create a meeting, and withdraw one. */
@NullMarked
package dev.convene.webex.steps;

import org.jspecify.annotations.NullMarked;
