package dev.convene.planted;

import org.jspecify.annotations.Nullable;

final class Planted {
  @Nullable String name() {
    return null;
  }
}
