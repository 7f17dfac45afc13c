/** The two vendors' sign-in and token endpoints, as this service uses them. */
@NullMarked
package dev.convene.auth.vendors;

import org.jspecify.annotations.NullMarked;
