/** The system as docker-compose.yml has it, in a project of its own on free ports. */
@NullMarked
package dev.convene.chaos.compose;

import org.jspecify.annotations.NullMarked;
