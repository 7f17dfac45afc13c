/**
 * A PostgreSQL server from the binaries among our dependencies, and a database for each service.
 */
@NullMarked
package dev.convene.local.postgres;

import org.jspecify.annotations.NullMarked;
