/** The vendors' tokens of those on whose behalf a step runs: from auth-service, and kept. */
@NullMarked
package dev.convene.worker.vault;

import org.jspecify.annotations.NullMarked;
