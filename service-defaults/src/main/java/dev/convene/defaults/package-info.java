/** What every service does alike, and nothing of what Convene is about. */
@NullMarked
package dev.convene.defaults;

import org.jspecify.annotations.NullMarked;
