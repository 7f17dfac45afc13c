/** What a worker has around it, in the tests of every worker: a broker, a database, its topics. */
@NullMarked
package dev.convene.worker.surroundings;

import org.jspecify.annotations.NullMarked;
