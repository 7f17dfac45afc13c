package dev.convene.auth.signin;

import dev.convene.auth.people.Person;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * From here on the session knows the person by our id alone. What Microsoft told of them is in no
 * session, and so in no table.
 */
@Component
public class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  SignedIn() {
    setDefaultTargetUrl("/accounts");
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication arrived)
      throws ServletException, IOException {
    Person person = (Person) Objects.requireNonNull(request.getAttribute(SignInResults.PERSON));
    Authentication known =
        UsernamePasswordAuthenticationToken.authenticated(
            person.id().toString(),
            null,
            List.of(
                FactorGrantedAuthority.fromAuthority(
                    FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY)));
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(known);
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    super.onAuthenticationSuccess(request, response, known);
  }
}
