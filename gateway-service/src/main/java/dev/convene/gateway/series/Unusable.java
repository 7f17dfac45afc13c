package dev.convene.gateway.series;

/** Ends the reading of a rule; never leaves this package. */
final class Unusable extends Exception {

  private final transient Objection objection;

  Unusable(String code, String detail, String allowed) {
    super(detail, null, false, false);
    this.objection = new Objection(code, detail, allowed);
  }

  Objection objection() {
    return objection;
  }
}
