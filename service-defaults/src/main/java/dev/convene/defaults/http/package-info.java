/** What other people's HTTP servers say beside their answers. */
@NullMarked
package dev.convene.defaults.http;

import org.jspecify.annotations.NullMarked;
