/** What happens when somebody has proved at Microsoft who they are. */
@NullMarked
package dev.convene.auth.signin;

import org.jspecify.annotations.NullMarked;
