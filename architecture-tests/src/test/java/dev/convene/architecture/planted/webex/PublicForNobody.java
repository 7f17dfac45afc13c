package dev.convene.architecture.planted.webex;

/** Public, though only its own package uses it. */
public record PublicForNobody(Rooms rooms) {

  static final class Neighbour {
    PublicForNobody usedHere() {
      return new PublicForNobody(new Rooms());
    }
  }
}
