package dev.convene.auth.vault;

/** What is sealed of a grant. Never shown. */
record Tokens(String access, String refresh) {

  @Override
  public String toString() {
    return "tokens";
  }
}
