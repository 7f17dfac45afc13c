package dev.convene.auth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without JavaScript: keeps the service's cookies, reads links and forms, and follows
 * redirects when told to. The service's public address is stood for by where it listens.
 */
public final class Browser {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final String service;

  Browser(String service) {
    this.service = service;
  }

  /** A page, or a redirect. */
  public record Page(URI address, HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    /** Where it sends the browser. */
    public URI location() {
      assertThat(status()).as(body()).isIn(302, 303);
      return address.resolve(header("Location"));
    }

    /** One parameter of where it sends the browser; null when it is not there. */
    public String sent(String name) {
      return parameters(location()).get(name);
    }
  }

  public static Map<String, String> parameters(URI address) {
    Map<String, String> found = new LinkedHashMap<>();
    String query = address.getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      found.put(
          parts[0], URLDecoder.decode(parts.length == 2 ? parts[1] : "", StandardCharsets.UTF_8));
    }
    return found;
  }

  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  public Page open(String address) {
    return open(URI.create(address.startsWith("/") ? service + address : address));
  }

  public Page open(URI address) {
    return send(HttpRequest.newBuilder(here(address)).header("Accept", "text/html").GET());
  }

  /** Opens it, and whatever it leads to, until a page or an address that is not of {@code us}. */
  public Page follow(Page page, String... us) {
    Page now = page;
    for (int hops = 0; hops < 10 && (now.status() == 302 || now.status() == 303); hops++) {
      URI next = here(now.location());
      boolean ours = next.toString().startsWith(service);
      for (String other : us) {
        ours |= next.toString().startsWith(other);
      }
      if (!ours) {
        return now;
      }
      now = open(next);
    }
    return now;
  }

  /** Sends the page's first form that has that action, with what is hidden in it. */
  public Page submit(Page page, String action, String... more) {
    int at = page.body().indexOf("action=\"" + action + "\"");
    assertThat(at).as(page.body()).isNotNegative();
    String form = page.body().substring(at, page.body().indexOf("</form>", at));
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(form);
    StringBuilder body = new StringBuilder();
    while (hidden.find()) {
      body.append(body.isEmpty() ? "" : "&")
          .append(hidden.group(1))
          .append('=')
          .append(URLEncoder.encode(unescaped(hidden.group(2)), StandardCharsets.UTF_8));
    }
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    if (!fields.isEmpty()) {
      body.append(body.isEmpty() ? "" : "&").append(form(fields));
    }
    return post(page.address().resolve(action), body.toString());
  }

  public Page post(URI address, String form) {
    return send(
        HttpRequest.newBuilder(here(address))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  public URI at(String path) {
    return URI.create(service + path);
  }

  private URI here(URI address) {
    String text = address.toString();
    return text.startsWith(AuthServer.ISSUER)
        ? URI.create(service + text.substring(AuthServer.ISSUER.length()))
        : address;
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x3D;", "=")
        .replace("&#x60;", "`")
        .replace("&amp;", "&");
  }

  private Page send(HttpRequest.Builder request) {
    URI address = request.build().uri();
    if (address.toString().startsWith(service) && !cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response =
          http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return new Page(address, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keep(String cookie) {
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    if (pair[1].isEmpty()) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }
}
