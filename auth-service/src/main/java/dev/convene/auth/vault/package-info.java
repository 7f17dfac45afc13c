/** The vendors' tokens of each person: sealed, renewed in time, and theirs to take back. */
@NullMarked
package dev.convene.auth.vault;

import org.jspecify.annotations.NullMarked;
