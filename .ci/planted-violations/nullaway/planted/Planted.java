package dev.convene.planted;

final class Planted {
  String name() {
    return null;
  }
}
