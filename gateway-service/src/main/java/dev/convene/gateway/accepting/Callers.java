package dev.convene.gateway.accepting;

import dev.convene.contracts.Requester;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Finds out who is asking. As long as nobody can sign in, everybody is anonymous. */
@Component
public class Callers {

  private static final Caller ANONYMOUS = new Caller("anonymous", new Requester("anonymous", null));

  /** Who sent this request. */
  public Caller of(ServerHttpRequest request) {
    return ANONYMOUS;
  }
}
