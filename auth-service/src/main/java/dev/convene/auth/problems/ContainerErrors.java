package dev.convene.auth.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/** What failed outside of any controller, in a filter or in the container. */
@RestController
class ContainerErrors implements ErrorController {

  private static final Set<String> SENT_HERE = Set.of("/oauth2/authorize", "/connect/logout");

  private final Problems problems;

  private final InstantSource clock;

  ContainerErrors(Problems problems, InstantSource clock) {
    this.problems = problems;
    this.clock = clock;
  }

  /** A browser shows a page; what the request was is not repeated there. */
  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
    Problem problem = problem(request);
    response.setStatus(problem.status());
    ModelAndView page = new ModelAndView("problem");
    // What sends people here is another application; they can only tell whoever runs that.
    boolean sent =
        problem.type().equals(ProblemType.INVALID_REQUEST.type())
            && SENT_HERE.contains(
                String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
    page.addObject("title", sent ? "This cannot go on" : problem.title());
    page.addObject(
        "detail",
        sent
            ? "The application that sent you here asked for something that it is not registered for."
            : problem.detail());
    page.addObject("time", clock.instant().truncatedTo(ChronoUnit.SECONDS));
    return page;
  }

  @RequestMapping("/error")
  ResponseEntity<byte[]> error(HttpServletRequest request) {
    return problems.answer(problem(request));
  }

  private static Problem problem(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable error
        && DatabaseAway.isCauseOf(error)) {
      return DatabaseAway.problem();
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Asked for directly, it is a page that does not exist.
    return UnhandledProblems.byStatus(status instanceof Integer code ? code : 404);
  }
}
