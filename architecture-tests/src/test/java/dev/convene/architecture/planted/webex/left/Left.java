package dev.convene.architecture.planted.webex.left;

import dev.convene.architecture.planted.webex.right.Right;
import org.jspecify.annotations.Nullable;

/** Needs what needs it. */
public record Left(@Nullable Right right) {}
