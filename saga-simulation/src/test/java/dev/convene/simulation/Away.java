package dev.convene.simulation;

/** What should have answered does not. */
final class Away extends RuntimeException {

  private static final long serialVersionUID = 1;

  Away(String what) {
    super(what, null, false, false);
  }
}
