package dev.convene.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.gateway.servers.Api;
import dev.convene.gateway.servers.Servers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal's files, as browsers get them. */
class PortalIT {

  private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");
  private static final String POLICY = "Content-Security-Policy";

  private final Api stranger = new Api(Servers.gateway()).with(null);

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/?sign-in=failed", "/meetings", "/meetings/0199c1f2", "/meetings/a/b"})
  void everyAddressOfThePortalIsItsPage(String path) {
    HttpResponse<String> answer = stranger.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith("text/html");
    assertThat(answer.body()).contains("<div id=\"portal\">");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(stranger.get(path, "If-None-Match", header(answer, "ETag")).statusCode())
        .isEqualTo(304);
  }

  @Test
  void anAddressThatIsNotOneOfItsOwnIsNotAnsweredWithAPage() {
    for (String path : List.of("/meeting", "/api/v1/meeting", "/assets/none.js", "/index.html")) {
      HttpResponse<String> answer = stranger.get(path, "Accept", "text/html,*/*");

      assertThat(answer.statusCode()).as(path).isIn(401, 404);
      assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
      assertThat(header(answer, "Cache-Control")).contains("no-store");
    }
  }

  @Test
  void whatThePageLoadsMayBeKeptForGoodAndComesCompressed() {
    List<String> assets =
        ASSET
            .matcher(stranger.get("/").body())
            .results()
            .map((MatchResult it) -> it.group(1))
            .toList();

    assertThat(assets).anyMatch(name -> name.endsWith(".js")).allMatch(name -> name.contains("-"));
    for (String asset : assets) {
      HttpResponse<String> plain = stranger.get(asset);
      HttpResponse<String> small =
          stranger.get(asset, "Accept-Encoding", "gzip, deflate, br, zstd");

      assertThat(plain.statusCode()).as(asset).isEqualTo(200);
      assertThat(header(plain, "Cache-Control"))
          .contains("max-age=31536000")
          .contains("public")
          .contains("immutable");
      assertThat(header(small, "Content-Encoding")).isEqualTo("br");
      assertThat(header(small, "Vary")).contains("Accept-Encoding");
      assertThat(Long.parseLong(header(small, "Content-Length")))
          .isLessThan(Long.parseLong(header(plain, "Content-Length")));
    }
  }

  @Test
  void thePageRunsAndStylesNothingThatIsNotInAFileOfOurs() {
    assertThat(stranger.get("/").body()).doesNotContain("<style").doesNotContain("javascript:");
    assertThat(header(stranger.get("/"), POLICY))
        .contains("default-src 'none'")
        .contains("script-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(header(stranger.get("/swagger-ui/index.html"), POLICY)).contains("script-src");
  }
}
