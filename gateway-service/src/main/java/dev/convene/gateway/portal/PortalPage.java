package dev.convene.gateway.portal;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The one page that all of the portal's addresses show; which of them it is decides the script in
 * it. The addresses are listed, so that a mistyped one of the API is never answered with a page.
 */
@Hidden
@RestController
class PortalPage {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final byte[] page;
  private final String version;

  PortalPage() throws IOException {
    page = new ClassPathResource("portal/index.html").getContentAsByteArray();
    version = Base64.getUrlEncoder().encodeToString(DigestUtils.md5Digest(page));
  }

  /** Asked for each time, and sent only where another is known. */
  @GetMapping({"/", "/meetings/**"})
  ResponseEntity<byte[]> page() {
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noCache())
        .eTag(version)
        .body(page);
  }
}
