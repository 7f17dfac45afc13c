/** Who has signed in, and who of them are operators. */
@NullMarked
package dev.convene.auth.people;

import org.jspecify.annotations.NullMarked;
