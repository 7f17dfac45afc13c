/** Where each meeting stands, folded from the events of both sides. */
@NullMarked
package dev.convene.gateway.progress;

import org.jspecify.annotations.NullMarked;
