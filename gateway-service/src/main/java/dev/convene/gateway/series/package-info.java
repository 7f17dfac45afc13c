/** Says when a meeting takes place: once, or by a rule that both vendors mean the same by. */
@NullMarked
package dev.convene.gateway.series;

import org.jspecify.annotations.NullMarked;
