package dev.convene.auth.pages;

import dev.convene.auth.people.People;
import dev.convene.auth.people.Person;
import java.security.Principal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What somebody has connected. */
@Controller
class AccountsPage {

  private final People people;

  AccountsPage(People people) {
    this.people = people;
  }

  @GetMapping("/accounts")
  ModelAndView accounts(Principal principal, CsrfToken csrf) {
    Person person = people.find(principal.getName()).orElseThrow();
    ModelAndView page = new ModelAndView("accounts");
    page.addObject("title", "Connected accounts");
    page.addObject("person", person);
    page.addObject("csrf", csrf.getToken());
    return page;
  }
}
