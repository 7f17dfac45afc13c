package dev.convene.webex.calls;

/** A success whose body says nothing that we can use. */
public final class UnreadableAnswer extends RuntimeException {

  public UnreadableAnswer(Throwable cause) {
    super("the answer is not what Webex documents", cause);
  }

  public UnreadableAnswer(String why) {
    super("the answer is not what Webex documents: " + why);
  }
}
