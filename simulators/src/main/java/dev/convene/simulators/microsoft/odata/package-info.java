/** How Microsoft Graph words things: errors, query options, filters. */
@NullMarked
package dev.convene.simulators.microsoft.odata;

import org.jspecify.annotations.NullMarked;
