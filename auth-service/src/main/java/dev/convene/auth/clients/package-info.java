/** Other systems and services: who they are, how they prove it, what they may ask for. */
@NullMarked
package dev.convene.auth.clients;

import org.jspecify.annotations.NullMarked;
