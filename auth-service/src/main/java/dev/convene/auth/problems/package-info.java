/** Every refusal as RFC 9457 has it, with a type that stays. */
@NullMarked
package dev.convene.auth.problems;

import org.jspecify.annotations.NullMarked;
