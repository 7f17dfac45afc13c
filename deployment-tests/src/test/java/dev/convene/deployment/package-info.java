/** Reads what the system is deployed with, and says where it breaks a rule. */
@NullMarked
package dev.convene.deployment;

import org.jspecify.annotations.NullMarked;
