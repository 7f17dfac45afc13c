/** The API's description for machines and people. */
@NullMarked
package dev.convene.gateway.documentation;

import org.jspecify.annotations.NullMarked;
