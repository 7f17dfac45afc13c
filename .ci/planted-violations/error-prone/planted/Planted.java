package dev.convene.planted;

final class Planted {
  byte[] bytes(String text) {
    return text.getBytes();
  }
}
