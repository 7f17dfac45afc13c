package dev.convene.planted;

final class Planted {
  int answer() {
    return 42;
  }
}
