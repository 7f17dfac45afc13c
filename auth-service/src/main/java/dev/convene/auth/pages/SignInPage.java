package dev.convene.auth.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people come who are not signed in. */
@Controller
class SignInPage {

  private static final Map<String, String> PROBLEMS =
      Map.of(
          "access_denied",
          "You cancelled the sign-in at Microsoft, or your organisation does not allow it.",
          "not_a_member",
          "You are a guest in this organisation. Convene is for its members: a guest's mailbox is"
              + " elsewhere.",
          "no_mailbox",
          "Your Microsoft account has no mail address, so no meeting could be yours.",
          "failed",
          "The sign-in did not work. Try again; if it fails again, tell your administrator when.");

  @GetMapping("/sign-in")
  ModelAndView signIn(
      @RequestParam(name = "problem", required = false) @Nullable String problem,
      @RequestParam(name = "signed-out", required = false) @Nullable String signedOut) {
    ModelAndView page = new ModelAndView("sign-in");
    page.addObject("title", "Sign in");
    page.addObject("problem", problem == null ? "" : PROBLEMS.getOrDefault(problem, ""));
    page.addObject("signedOut", signedOut != null);
    return page;
  }

  @GetMapping("/")
  String home() {
    return "redirect:/accounts";
  }
}
