/** The page that shows what people would see: invitations in Outlook, and Webex meetings beside. */
@NullMarked
package dev.convene.simulators.page;

import org.jspecify.annotations.NullMarked;
