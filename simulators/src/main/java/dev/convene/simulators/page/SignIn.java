package dev.convene.simulators.page;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Reply;
import dev.convene.simulators.http.Router;
import dev.convene.simulators.seeds.Person;
import dev.convene.simulators.seeds.Seeds;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's authorization endpoint for browsers: who is it, does that person agree, and back to
 * the application with a code. Everybody of the seeds can sign in, without a password; nobody stays
 * signed in, and everybody is asked every time.
 */
public final class SignIn {

  private static final String STYLE = "/sign-in.css";

  /**
   * Browsers apply {@code form-action} to all places that a form's answer leads to: the
   * application, and from there wherever its own sign-in goes on, which is not known here.
   */
  private static final String ANYWHERE = "http://localhost:* http://127.0.0.1:* https://*.test:*";

  private final String vendor;
  private final Seeds.Application application;
  private final Codes codes;

  /** Makes the code that the application is given. */
  public interface Codes {
    /**
     * A person has agreed.
     *
     * @param challenge of PKCE, S256; null when there is none
     * @param nonce for the id token; null when there is none
     */
    String code(
        Person person,
        String redirectUri,
        Set<String> scopes,
        @Nullable String challenge,
        @Nullable String nonce);
  }

  /** The pages of that vendor, for the one application that it knows. */
  public SignIn(String vendor, Seeds.Application application, Codes codes) {
    this.vendor = vendor;
    this.application = application;
    this.codes = codes;
  }

  /** Adds the routes; {@code pattern} is where browsers are sent. */
  public void routes(Router router, String pattern) {
    router
        .on("GET", pattern, this::ask)
        .on("POST", pattern, this::decide)
        .on("GET", STYLE, _ -> Page.file("sign-in.css", "text/css"));
  }

  private Reply ask(Call call) {
    Asked asked = Asked.of(call);
    return refusal(asked).orElseGet(() -> people(call, asked));
  }

  private Reply decide(Call call) {
    Asked asked = Asked.of(call);
    return refusal(asked).orElseGet(() -> decided(call, asked));
  }

  private Reply decided(Call call, Asked asked) {
    Map<String, String> form = call.form();
    URI redirect = asked.redirect();
    Optional<Person> person =
        Seeds.find(form.getOrDefault("user", ""))
            .filter(found -> found.kind() == Person.Kind.PERSON);
    if (redirect == null || person.isEmpty()) {
      return people(call, asked);
    }
    return switch (form.getOrDefault("decision", "")) {
      case "accept" -> {
        String code =
            codes.code(
                person.get(),
                redirect.toString(),
                asked.scopes(),
                asked.challenge(),
                asked.nonce());
        yield sent(asked.back(redirect, "code", code));
      }
      case "cancel" -> sent(asked.back(redirect, "error", "access_denied"));
      default -> consent(call, asked, person.get());
    };
  }

  /** Who is not known is never sent on: the address could be anybody's. */
  private Optional<Reply> refusal(Asked asked) {
    URI redirect = asked.redirect();
    if (!asked.get("client_id").equals(application.clientId())) {
      return Optional.of(refused("This application is not known here: ", asked.get("client_id")));
    }
    if (redirect == null) {
      return Optional.of(
          refused("The application may not send you to: ", asked.get("redirect_uri")));
    }
    String error = asked.error();
    return error == null
        ? Optional.empty()
        : Optional.of(sent(asked.back(redirect, "error", error)));
  }

  private static Reply sent(String address) {
    return Reply.empty(302)
        .with("Location", address)
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer");
  }

  private Reply people(Call call, Asked asked) {
    Html html = new Html();
    html.raw("<h1>Sign in</h1>").element("p", "quiet", "Choose who you are. There is no password.");
    form(html, call, asked);
    html.raw("<ul>");
    String hint = asked.get("login_hint");
    Seeds.people().stream()
        .filter(person -> person.kind() == Person.Kind.PERSON)
        .filter(person -> hint.isEmpty() || person.address().equalsIgnoreCase(hint))
        .forEach(person -> {
          html.raw("<li><button name=\"user\" value=\"").text(person.address()).raw("\"><strong>");
          html.text(person.name()).raw("</strong> <span>").text(person.address());
          html.raw("</span></button></li>");
        });
    html.raw("</ul></form>");
    return page(200, "Sign in", html);
  }

  private Reply consent(Call call, Asked asked, Person person) {
    Html html = new Html();
    html.raw("<h1>").text(asked.get("client_id")).raw(" asks for your permission</h1>");
    html.element("p", "quiet", person.name() + ", " + person.address());
    html.raw("<p>It would like to use:</p><ul class=\"scopes\">");
    asked.scopes().forEach(scope -> html.raw("<li><code>").text(scope).raw("</code></li>"));
    html.raw("</ul>");
    form(html, call, asked);
    html.raw("<input type=\"hidden\" name=\"user\" value=\"").text(person.address()).raw("\">");
    html.raw("<p class=\"actions\"><button class=\"main\" name=\"decision\" value=\"accept\">");
    html.raw(
        "Accept</button> <button name=\"decision\" value=\"cancel\">Cancel</button></p></form>");
    return page(200, "Permission", html);
  }

  private static void form(Html html, Call call, Asked asked) {
    html.raw("<form method=\"post\" action=\"").text(call.path()).raw("\">");
    asked
        .parameters()
        .forEach((name, value) -> {
          html.raw("<input type=\"hidden\" name=\"").text(name);
          html.raw("\" value=\"").text(value).raw("\">");
        });
  }

  private Reply refused(String what, String which) {
    Html html = new Html();
    html.raw("<h1>This sign-in cannot go on</h1><p>").text(what).raw("<code>").text(which);
    html.raw("</code></p>");
    return page(400, "Sign-in refused", html);
  }

  private Reply page(int status, String title, Html content) {
    Html html = new Html();
    html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\"><title>").text(title);
    html.raw(" - ").text(vendor).raw(", simulated</title><link rel=\"icon\" href=\"data:,\">");
    html.raw("<link rel=\"stylesheet\" href=\"/sign-in.css\"></head><body><main>");
    html.element("p", "vendor", vendor + ", simulated").raw(content.toString());
    html.raw("</main></body></html>\n");
    return Page.guarded(Reply.text(status, "text/html; charset=utf-8", html.toString()))
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'self' "
                + ANYWHERE
                + "; base-uri 'none'; frame-ancestors 'none'");
  }
}
