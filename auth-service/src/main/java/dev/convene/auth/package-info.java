/** Who may do what: clients, tokens and the keys that sign them. */
@NullMarked
package dev.convene.auth;

import org.jspecify.annotations.NullMarked;
