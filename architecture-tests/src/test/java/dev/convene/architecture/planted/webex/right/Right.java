package dev.convene.architecture.planted.webex.right;

import dev.convene.architecture.planted.webex.left.Left;
import org.jspecify.annotations.Nullable;

/** Needs what needs it. */
public record Right(@Nullable Left left) {}
