/** What people see: plain HTML, without any script. */
@NullMarked
package dev.convene.auth.pages;

import org.jspecify.annotations.NullMarked;
