/** What is issued, how it is stored, and what proves a client. */
@NullMarked
package dev.convene.auth.tokens;

import org.jspecify.annotations.NullMarked;
