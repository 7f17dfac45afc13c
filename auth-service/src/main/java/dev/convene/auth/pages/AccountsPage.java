package dev.convene.auth.pages;

import dev.convene.auth.people.People;
import dev.convene.auth.people.Person;
import dev.convene.auth.vault.Vault;
import dev.convene.auth.vault.Vault.Account;
import dev.convene.auth.vendors.Provider;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody has connected, to see and to change. */
@Controller
class AccountsPage {

  private static final Map<String, String> PROBLEMS =
      Map.of(
          "expired",
          "Webex's answer came too late, or twice. Connect again.",
          "cancelled",
          "Webex is not connected: you cancelled, or your organisation does not allow it.",
          "away",
          "Webex does not answer just now. Try again in a minute.",
          "somebody-else",
          "At Webex you are signed in with another mailbox than here. Sign out there, and connect"
              + " again with your own.");

  private final People people;
  private final Vault vault;

  AccountsPage(People people, Vault vault) {
    this.people = people;
    this.vault = vault;
  }

  @GetMapping("/accounts")
  ModelAndView accounts(
      Principal principal,
      CsrfToken csrf,
      @RequestParam(name = "problem", required = false) @Nullable String problem,
      @RequestParam(name = "connected", required = false) @Nullable String connected,
      @RequestParam(name = "disconnected", required = false) @Nullable String disconnected) {
    Person person = people.find(principal.getName()).orElseThrow();
    List<Account> accounts = vault.accounts(person.id());
    ModelAndView page = new ModelAndView("accounts");
    page.addObject("title", "Connected accounts");
    page.addObject("person", person);
    page.addObject("csrf", csrf.getToken());
    page.addObject("problem", problem == null ? "" : PROBLEMS.getOrDefault(problem, ""));
    page.addObject("connected", Provider.of(connected).map(Provider::label).orElse(""));
    page.addObject("disconnected", Provider.of(disconnected).map(Provider::label).orElse(""));
    page.addObject(
        "accounts",
        Arrays.stream(Provider.values())
            .map(provider -> AccountCard.of(provider, accounts))
            .toList());
    return page;
  }

  @PostMapping("/accounts/{provider}/disconnect")
  String disconnect(Principal principal, @PathVariable String provider) {
    Provider known = Provider.of(provider).orElse(null);
    Person person = people.find(principal.getName()).orElseThrow();
    if (known == null) {
      return "redirect:/accounts";
    }
    vault.disconnect(person.id(), known);
    return "redirect:/accounts?disconnected=" + known.id();
  }
}
