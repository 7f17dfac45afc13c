/** What users are promised, told as stories through the front doors of the whole system. */
@NullMarked
package dev.convene.e2e;

import org.jspecify.annotations.NullMarked;
