package dev.convene.gateway.documentation;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is at {@code /} as long as there is no portal: the description, with which to try things.
 */
@Hidden
@RestController
class Home {

  @GetMapping("/")
  ResponseEntity<Void> home() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/swagger-ui.html"))
        .build();
  }
}
