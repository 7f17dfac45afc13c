package dev.convene.auth.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Turns problems into answers. */
@Component
public class Problems {

  private static final String RETRY_AFTER_SECONDS = "5";

  private final ObjectWriter writer;

  Problems(JsonMapper mapper) {
    this.writer = mapper.writer();
  }

  /** Answers where no controller is involved. */
  public void write(HttpServletResponse response, ProblemType type, String detail)
      throws IOException {
    byte[] body = writer.writeValueAsBytes(Problem.of(type, detail));
    response.setStatus(type.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  ResponseEntity<byte[]> answer(Problem problem) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.status())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.status() == ProblemType.UNAVAILABLE.status()) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return answer.body(writer.writeValueAsBytes(problem));
  }
}
