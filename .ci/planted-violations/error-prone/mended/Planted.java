package dev.convene.planted;

import java.nio.charset.StandardCharsets;

final class Planted {
  byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
