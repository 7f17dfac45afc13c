/** The keys that sign tokens: kept sealed, rotated, agreed upon by all replicas. */
@NullMarked
package dev.convene.auth.keys;

import org.jspecify.annotations.NullMarked;
