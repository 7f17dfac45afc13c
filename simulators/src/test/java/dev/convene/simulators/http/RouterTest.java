package dev.convene.simulators.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest {
  private final Router router =
      new Router()
          .on("GET", "/v1/users/{user}/events/{id}", named("event"))
          .on("GET", "/v1/users/{user}/calendar/events", named("calendar"))
          .on("GET", "/v1/users/{id}", named("user"))
          .on("GET", "/v1/users/delta", named("delta"))
          .on("POST", "/v1/users", named("new"));

  private static Handler named(String name) {
    return _ -> Reply.text(200, "text/plain", name);
  }

  private static Call get(String target) {
    return new Call("GET", target, Map.of(), new byte[0]);
  }

  private String answer(Call call) {
    return router.match(call) instanceof Router.Match.Found(Handler handler)
        ? new String(handler.handle(call).body(), UTF_8)
        : "none";
  }

  @Test
  void variablesAreDecoded() {
    Call call = get("/v1/users/bob%40contoso.example/events/a%2Fb+c=?x=1");

    assertThat(answer(call)).isEqualTo("event");
    assertThat(call.variable("user")).isEqualTo("bob@contoso.example");
    assertThat(call.variable("id")).isEqualTo("a/b+c=");
    assertThat(call.notes().route()).isEqualTo("/v1/users/{user}/events/{id}");
  }

  @Test
  void whatIsSpelledOutWinsOverAVariable() {
    assertThat(answer(get("/v1/users/delta"))).isEqualTo("delta");
    assertThat(answer(get("/v1/users/other/"))).isEqualTo("user");
    assertThat(answer(get("/v1/users/bob/calendar/events"))).isEqualTo("calendar");
  }

  @Test
  void aPathWithAnotherMethodSaysWhichAreAllowed() {
    assertThat(router.match(get("/v1/users")))
        .isInstanceOfSatisfying(
            Router.Match.WrongMethod.class,
            wrong -> assertThat(wrong.allowed()).containsExactly("POST"));
    assertThat(router.match(get("/v1/nobody"))).isInstanceOf(Router.Match.NotFound.class);
    assertThat(router.match(get("/v1/users/bob/events"))).isInstanceOf(Router.Match.NotFound.class);
  }

  @Test
  void aSecondRouteForTheSameIsAMistake() {
    assertThatThrownBy(() -> router.on("GET", "/v1/users/{name}", named("again")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
