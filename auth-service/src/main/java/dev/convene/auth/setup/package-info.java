/** What an installation needs before its first start: passwords, keysets, and the clients' file. */
@NullMarked
package dev.convene.auth.setup;

import org.jspecify.annotations.NullMarked;
