/** How the service reaches its database, and what it takes for being away. */
@NullMarked
package dev.convene.gateway.database;

import org.jspecify.annotations.NullMarked;
