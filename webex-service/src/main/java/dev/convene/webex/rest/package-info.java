/** Webex's REST interface: requests, answers, tokens, limits. */
@NullMarked
package dev.convene.webex.rest;

import org.jspecify.annotations.NullMarked;
