/** Which door is open to whom. */
@NullMarked
package dev.convene.auth.security;

import org.jspecify.annotations.NullMarked;
