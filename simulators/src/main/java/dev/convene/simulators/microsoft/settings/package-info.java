/** The switches of the Microsoft simulator. */
@NullMarked
package dev.convene.simulators.microsoft.settings;

import org.jspecify.annotations.NullMarked;
