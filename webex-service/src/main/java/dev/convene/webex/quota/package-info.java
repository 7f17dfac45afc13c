/** How many meetings a host may still make today. */
@NullMarked
package dev.convene.webex.quota;

import org.jspecify.annotations.NullMarked;
