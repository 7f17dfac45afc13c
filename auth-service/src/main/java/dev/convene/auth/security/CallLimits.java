package dev.convene.auth.security;

import dev.convene.auth.problems.ProblemType;
import dev.convene.auth.problems.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how often a client proves itself, since each proof costs processor time, how often one can
 * guess, and how often somebody begins to sign in. Counted by client and address together, so that
 * nobody uses up what another may do.
 */
@Component
class CallLimits extends OncePerRequestFilter {

  /** A refused proof costs as much as this many good ones. */
  private static final int REFUSED = 10;

  private final Problems problems;
  private final Allowances clients;
  private final Allowances addresses;

  CallLimits(LimitsProperties limits, Problems problems, InstantSource clock) {
    this.problems = problems;
    this.clients = new Allowances(limits.perClient(), clock);
    this.addresses = new Allowances(limits.perAddress(), clock);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    boolean proof =
        List.of("/oauth2/token", "/oauth2/introspect", "/oauth2/revoke").contains(path)
            && HttpMethod.POST.matches(request.getMethod());
    // Whoever begins to sign in is given a session, which is a row.
    return !proof && !path.equals("/oauth2/authorize");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = request.getRemoteAddr();
    String client = client(request) + " " + address;
    Duration wait = longer(addresses.take(address, 1), clients.take(client, 1));
    if (wait.isPositive()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
      problems.write(
          response,
          ProblemType.TOO_MANY_REQUESTS,
          "Wait as long as Retry-After says, and keep a token for as long as it is good.");
      return;
    }
    chain.doFilter(request, response);
    if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
      addresses.take(address, REFUSED - 1);
      clients.take(client, REFUSED - 1);
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Who it says it is; who says nothing is counted as one. */
  private static String client(HttpServletRequest request) {
    String basic = request.getHeader(HttpHeaders.AUTHORIZATION);
    String named = basic == null ? request.getParameter("client_id") : user(basic);
    return named == null || named.length() > 64 ? "" : named;
  }

  private static @Nullable String user(String basic) {
    if (!basic.regionMatches(true, 0, "Basic ", 0, 6)) {
      return null;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(basic.substring(6).strip());
      return new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0];
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /** It stands in a security chain, and nowhere besides. */
  @Bean
  static FilterRegistrationBean<CallLimits> notOnItsOwn(CallLimits limits) {
    FilterRegistrationBean<CallLimits> registration = new FilterRegistrationBean<>(limits);
    registration.setEnabled(false);
    return registration;
  }
}
