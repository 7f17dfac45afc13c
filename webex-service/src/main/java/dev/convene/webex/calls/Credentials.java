package dev.convene.webex.calls;

/** What opens Webex for a while: an access token, or what was got for one. */
public interface Credentials {

  /**
   * Credentials that are valid as far as we know.
   *
   * @throws NoToken when there are none to be had
   */
  String get();

  /** Whose they are: what all calls of one count against together. */
  String owner();

  /** Webex did not accept these: the next caller asks for new ones. */
  void reject(String credentials);
}
