/** The tenant's directory: people, groups and rooms. */
@NullMarked
package dev.convene.simulators.microsoft.directory;

import org.jspecify.annotations.NullMarked;
