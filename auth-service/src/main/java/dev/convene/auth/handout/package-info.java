/** Hands the vendors' access tokens to the services that act there, and keeps a record of it. */
@NullMarked
package dev.convene.auth.handout;

import org.jspecify.annotations.NullMarked;
