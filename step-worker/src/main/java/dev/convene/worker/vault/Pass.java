package dev.convene.worker.vault;

/** The rights with which one attempt at a step calls its vendor. */
public interface Pass {

  /** As it was when the pass was asked for. */
  VendorToken token();

  /**
   * The token in the place of this one, which the vendor did not accept. May wait for auth-service.
   * Where the vendor gives the same again, it stands by it, and its refusal was one of a moment.
   */
  VendorToken insteadOf(String refused);
}
