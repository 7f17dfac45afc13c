package dev.convene.auth.security;

import dev.convene.auth.problems.ProblemType;
import dev.convene.auth.problems.Problems;
import dev.convene.auth.tokens.TokensProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Says in the body, as a problem, what RFC 6750 says in {@code WWW-Authenticate}. */
@Component
class BearerProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

  /** Where RFC 9728 says that tokens for this API come from. */
  static final String METADATA = "/.well-known/oauth-protected-resource";

  private final BearerTokenAuthenticationEntryPoint unauthenticated =
      new BearerTokenAuthenticationEntryPoint();
  private final BearerTokenAccessDeniedHandler forbidden = new BearerTokenAccessDeniedHandler();
  private final Problems problems;

  BearerProblems(Problems problems, TokensProperties properties) {
    this.problems = problems;
    // By the issuer, since a request's own host is whatever its sender says.
    unauthenticated.setResourceMetadataParameterResolver(_ -> properties.issuer() + METADATA);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException error)
      throws IOException {
    unauthenticated.commence(request, response, error);
    problems.write(
        response,
        ProblemType.UNAUTHENTICATED,
        "Send a token from /oauth2/token that has neither expired nor been revoked.");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException error)
      throws IOException {
    forbidden.handle(request, response, error);
    problems.write(response, ProblemType.FORBIDDEN, "The token lacks the scope that this needs.");
  }
}
