package dev.convene.gateway.security;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** What a page may load and do: of our own what it needs, and of others nothing. */
final class ContentPolicies implements ServerHttpHeadersWriter {

  static final String HEADER = "Content-Security-Policy";

  /**
   * Scripts and styles come from files. The one exception is a style element that is empty, known
   * by the hash of nothing: the portal's components fill theirs rule by rule, which only a script
   * of ours can.
   */
  private static final String PORTAL =
      "default-src 'none'; script-src 'self';"
          + " style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';"
          + " img-src 'self'; connect-src 'self';"
          + " require-trusted-types-for 'script'; trusted-types 'none';";

  /** The documentation's pages, which are a library's, have styles of their own in them. */
  private static final String DOCUMENTATION =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none';";

  private static final String EVERYWHERE =
      " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  private static final PathPattern DOCUMENTATION_PAGES =
      PathPatternParser.defaultInstance.parse("/swagger-ui/**");

  private final String portal;
  private final String documentation;

  /**
   * @param issuer where who signs out is sent on to, which browsers count as the form's doing
   */
  ContentPolicies(String issuer) {
    portal = PORTAL + EVERYWHERE + " " + issuer;
    documentation = DOCUMENTATION + EVERYWHERE;
  }

  @Override
  public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
    headers.set(HEADER, DOCUMENTATION_PAGES.matches(path) ? documentation : portal);
    return Mono.empty();
  }
}
