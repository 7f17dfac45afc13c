/** The portal's files, as the module {@code portal} has built them. */
@NullMarked
package dev.convene.gateway.portal;

import org.jspecify.annotations.NullMarked;
