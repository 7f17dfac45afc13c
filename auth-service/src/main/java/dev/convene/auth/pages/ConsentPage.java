package dev.convene.auth.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks whether an application may act for somebody. What it sends is checked by who asked. */
@Controller
class ConsentPage {

  private static final Map<String, String> WORDS =
      Map.of(
          "profile", "know your name",
          "email", "know your mail address",
          "meetings.read", "see your meetings",
          "meetings.write", "schedule, change and cancel meetings for you",
          "operations.read", "see what waits or is stuck, of everybody",
          "operations.write", "retry and abandon what is stuck, of everybody");

  private final RegisteredClientRepository clients;

  ConsentPage(RegisteredClientRepository clients) {
    this.clients = clients;
  }

  /** What is asked for, in words. */
  record Asked(String scope, String words) {}

  @GetMapping("/consent")
  ModelAndView ask(
      @RequestParam("client_id") String clientId,
      @RequestParam("state") String state,
      @RequestParam("scope") String scope,
      HttpServletResponse response) {
    RegisteredClient client = clients.findByClientId(clientId);
    if (client == null) {
      return new ModelAndView("redirect:/accounts");
    }
    List<Asked> asked =
        Arrays.stream(scope.split(" "))
            .filter(WORDS::containsKey)
            .map(each -> new Asked(each, WORDS.getOrDefault(each, each)))
            .toList();
    // Browsers apply form-action to where a form's answer sends them, too.
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' "
            + origins(client)
            + "; base-uri 'none'; frame-ancestors 'none'");
    ModelAndView page = new ModelAndView("consent");
    page.addObject("title", "Permission");
    page.addObject("client", client.getClientName());
    page.addObject("clientId", clientId);
    page.addObject("state", state);
    page.addObject("asked", asked);
    return page;
  }

  private static String origins(RegisteredClient client) {
    return client.getRedirectUris().stream()
        .map(URI::create)
        .map(uri -> uri.getScheme() + "://" + uri.getAuthority())
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
