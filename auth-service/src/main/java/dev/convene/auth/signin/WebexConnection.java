package dev.convene.auth.signin;

import dev.convene.auth.people.People;
import dev.convene.auth.people.Person;
import dev.convene.auth.vault.Vault;
import dev.convene.auth.vendors.Provider;
import dev.convene.auth.vendors.TokenAnswer;
import dev.convene.auth.vendors.VendorTokens;
import dev.convene.auth.vendors.WebexSignIn;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets somebody who is signed in grant what Convene needs at Webex. */
@Controller
class WebexConnection {

  private static final Logger log = LoggerFactory.getLogger(WebexConnection.class);

  private static final String STATE = "webex.state";
  private static final String VERIFIER = "webex.verifier";

  private final WebexSignIn webex;
  private final VendorTokens tokens;
  private final Vault vault;
  private final People people;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  WebexConnection(
      WebexSignIn webex, VendorTokens tokens, Vault vault, People people, InstantSource clock) {
    this.webex = webex;
    this.tokens = tokens;
    this.vault = vault;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping("/accounts/webex/connect")
  ResponseEntity<Void> connect(HttpSession session) {
    String state = random();
    String verifier = random();
    session.setAttribute(STATE, state);
    session.setAttribute(VERIFIER, verifier);
    return ResponseEntity.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, webex.address(state, verifier).toString())
        .build();
  }

  @GetMapping("/accounts/webex/callback")
  String back(
      @RequestParam(name = "code", required = false) @Nullable String code,
      @RequestParam(name = "state", required = false) @Nullable String state,
      Authentication signedIn,
      HttpSession session) {
    Object sent = session.getAttribute(STATE);
    Object verifier = session.getAttribute(VERIFIER);
    // Good once, whatever comes of it.
    session.removeAttribute(STATE);
    session.removeAttribute(VERIFIER);
    if (!(sent instanceof String expected)
        || !(verifier instanceof String proof)
        || state == null
        || !MessageDigest.isEqual(bytes(expected), bytes(state))) {
      return "redirect:/accounts?problem=expired";
    }
    if (code == null) {
      return "redirect:/accounts?problem=cancelled";
    }
    Person person = people.find(signedIn.getName()).orElseThrow();
    return switch (tokens.redeemAtWebex(code, webex.redirectUri(), proof)) {
      case TokenAnswer.Given given -> kept(person, given);
      case TokenAnswer.Refused _ -> "redirect:/accounts?problem=expired";
      case TokenAnswer.Away _ -> "redirect:/accounts?problem=away";
    };
  }

  /** Only one's own account: what is scheduled with it is scheduled as that person. */
  private String kept(Person person, TokenAnswer.Given given) {
    List<String> mailboxes = webex.mailboxes(given.access());
    String refresh = given.refresh();
    if (mailboxes.isEmpty() || refresh == null) {
      return "redirect:/accounts?problem=away";
    }
    if (!mailboxes.contains(person.email())) {
      log.info("{} came back from Webex as somebody else", person.id());
      return "redirect:/accounts?problem=somebody-else";
    }
    vault.connect(
        person.id(),
        Provider.WEBEX,
        person.email(),
        given.access(),
        clock.instant().plus(given.expiresIn()),
        refresh);
    return "redirect:/accounts?connected=webex";
  }

  private String random() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
