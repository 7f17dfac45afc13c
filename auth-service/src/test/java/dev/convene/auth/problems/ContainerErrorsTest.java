package dev.convene.auth.problems;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

/** What OAuth's endpoints, which are filters, leave to the container. */
class ContainerErrorsTest {

  private final ContainerErrors errors =
      new ContainerErrors(new Problems(new JsonMapper()), InstantSource.system());
  private final MockHttpServletRequest request = new MockHttpServletRequest();

  private String answer(int status) {
    ResponseEntity<byte[]> answer = errors.error(request);
    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    return new String(answer.getBody(), StandardCharsets.UTF_8);
  }

  @Test
  void anOutageOfTheDatabaseIsNotCalledAMistake() {
    Exception away = new DataAccessResourceFailureException("jdbc:postgresql://secret-host");
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new ServletException(away));
    assertThat(errors.error(request).getHeaders().getFirst("Retry-After")).isEqualTo("5");
    assertThat(answer(503)).contains("unavailable").doesNotContain("secret-host");
  }

  @Test
  void whatBreaksIsNotTold() {
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("inside"));
    assertThat(answer(500)).contains("internal-error").doesNotContain("inside");
  }

  @Test
  void whatWasRefusedKeepsItsStatus() {
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 413);
    assertThat(answer(413)).contains("body-too-large");
  }

  @Test
  void askedForDirectlyItIsNotThere() {
    assertThat(answer(404)).contains("not-found");
  }
}
