package dev.convene.auth.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Back to the sign-in page, with a word of what went wrong; never with what Microsoft sent. */
@Component
public class SignInFailed implements AuthenticationFailureHandler {

  private static final Logger log = LoggerFactory.getLogger(SignInFailed.class);

  private static final Set<String> TOLD =
      Set.of("access_denied", Arrival.NOT_A_MEMBER, Arrival.NO_MAILBOX);

  SignInFailed() {}

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException error)
      throws IOException {
    String code =
        error instanceof OAuth2AuthenticationException known
            ? known.getError().getErrorCode()
            : error.getClass().getSimpleName();
    boolean told = TOLD.contains(code);
    if (!told) {
      log.warn("A sign-in failed: {}", code.replaceAll("[^A-Za-z0-9_.-]", "?"));
    }
    response.sendRedirect("/sign-in?problem=" + (told ? code : "failed"));
  }
}
