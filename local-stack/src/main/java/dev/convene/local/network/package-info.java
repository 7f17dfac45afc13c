/** The ways between processes, which whoever runs the stack may cut. */
@NullMarked
package dev.convene.local.network;

import org.jspecify.annotations.NullMarked;
