package dev.convene.worker.vault;

/** The rights with which one attempt at a step calls its vendor. */
public interface Pass {

  /** As it was when the pass was asked for. */
  VendorToken token();

  /**
   * Another token than this one, which the vendor did not accept. May wait for auth-service; what
   * was refused is not handed out again, and who refuses everything is asked once a minute.
   */
  VendorToken insteadOf(String refused);
}
