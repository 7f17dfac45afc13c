/** What the service takes for its database being away. */
@NullMarked
package dev.convene.gateway.database;

import org.jspecify.annotations.NullMarked;
