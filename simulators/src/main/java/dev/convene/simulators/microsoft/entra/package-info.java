/** Entra ID: the token endpoint, its keys and its discovery document. */
@NullMarked
package dev.convene.simulators.microsoft.entra;

import org.jspecify.annotations.NullMarked;
