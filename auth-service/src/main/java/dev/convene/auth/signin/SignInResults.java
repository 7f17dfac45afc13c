package dev.convene.auth.signin;

import dev.convene.auth.people.Identity;
import dev.convene.auth.people.People;
import dev.convene.auth.people.Person;
import dev.convene.auth.vault.Vault;
import dev.convene.auth.vendors.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Takes what Microsoft's sign-in yields: who it is, and what they have granted. */
@Component
class SignInResults implements OAuth2AuthorizedClientRepository {

  /** Where the request carries the person on to {@link SignedIn}. */
  static final String PERSON = Person.class.getName();

  private static final Logger log = LoggerFactory.getLogger(SignInResults.class);

  private final People people;
  private final Vault vault;

  SignInResults(People people, Vault vault) {
    this.people = people;
    this.vault = vault;
  }

  @Override
  public void saveAuthorizedClient(
      OAuth2AuthorizedClient granted,
      Authentication arrived,
      HttpServletRequest request,
      HttpServletResponse response) {
    OidcUser user = (OidcUser) Objects.requireNonNull(arrived.getPrincipal());
    Identity identity = Arrival.of(user);
    Person person = people.signedIn(identity);
    log.info("{} signed in", person.id());
    request.setAttribute(PERSON, person);
    OAuth2RefreshToken refresh = granted.getRefreshToken();
    Instant expires = granted.getAccessToken().getExpiresAt();
    if (refresh == null || expires == null) {
      log.warn(
          "Microsoft gave no refresh token for {}: offline_access is not allowed", person.id());
      return;
    }
    vault.connect(
        person.id(),
        Provider.MICROSOFT,
        person.email(),
        granted.getAccessToken().getTokenValue(),
        expires,
        refresh.getTokenValue());
  }

  /** Grants are had from the vault, by those who may. */
  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // the framework's signature
  public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
      String registration, Authentication principal, HttpServletRequest request) {
    return null;
  }

  @Override
  public void removeAuthorizedClient(
      String registration,
      Authentication principal,
      HttpServletRequest request,
      HttpServletResponse response) {
    throw new UnsupportedOperationException("a grant is removed by the person that gave it");
  }
}
