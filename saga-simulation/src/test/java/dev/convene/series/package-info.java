/** Whether a series means the same everywhere: in the preview, at Webex, and in Outlook. */
@NullMarked
package dev.convene.series;

import org.jspecify.annotations.NullMarked;
