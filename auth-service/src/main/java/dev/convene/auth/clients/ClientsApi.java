package dev.convene.auth.clients;

import dev.convene.auth.clients.ClientChange.Done;
import dev.convene.auth.clients.ClientChange.Guarded;
import dev.convene.auth.clients.ClientChange.Invalid;
import dev.convene.auth.clients.ClientChange.NewSecret;
import dev.convene.auth.clients.ClientChange.NoSecret;
import dev.convene.auth.clients.ClientChange.Taken;
import dev.convene.auth.clients.ClientChange.Unknown;
import dev.convene.auth.problems.ProblemType;
import dev.convene.auth.problems.Refused;
import dev.convene.auth.problems.RequestError;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registers, lists, rotates and disables clients, for operators. */
@RestController
@RequestMapping(path = "/api/v1/clients", produces = MediaType.APPLICATION_JSON_VALUE)
class ClientsApi {

  private static final Logger log = LoggerFactory.getLogger(ClientsApi.class);

  private static final Duration USUAL_GRACE = Duration.ofDays(1);

  private final ClientAdministration clients;
  private final ClientBody body;

  ClientsApi(ClientAdministration clients, ClientBody body) {
    this.clients = clients;
    this.body = body;
  }

  /** All clients, by their ids. */
  record Listing(List<ClientView> clients) {}

  /**
   * @param grace how long the old secret is good, such as {@code PT4H}; a day unless said
   */
  record Rotation(@Nullable Duration grace) {}

  @GetMapping
  Listing list() {
    return new Listing(clients.all().stream().map(ClientView::of).toList());
  }

  @GetMapping("/{clientId}")
  ClientView show(@PathVariable String clientId) {
    return clients.find(clientId).map(ClientView::of).orElseThrow(ClientsApi::unknown);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ClientView> register(InputStream json, Authentication caller) throws IOException {
    ClientChange change = clients.register(body.read(json, NewClient.class));
    ClientView view = view(change, caller, "registered");
    return secret(HttpStatus.CREATED)
        .location(URI.create("/api/v1/clients/" + view.clientId()))
        .body(view);
  }

  @PostMapping("/{clientId}/secret")
  ResponseEntity<ClientView> rotateSecret(
      @PathVariable String clientId, InputStream json, Authentication caller) throws IOException {
    Duration wanted = body.readOr(json, new Rotation(null), Rotation.class).grace();
    Duration grace = wanted == null ? USUAL_GRACE : wanted;
    if (grace.isNegative() || grace.compareTo(ClientAdministration.LONGEST_GRACE) > 0) {
      throw Refused.invalid(
          List.of(
              new RequestError(
                  "/grace", "not-a-grace-time", "Give a duration of PT0S to 30 days (P30D).")));
    }
    ClientChange change = clients.rotateSecret(clientId, grace);
    return secret(HttpStatus.OK).body(view(change, caller, "given a new secret"));
  }

  @PostMapping("/{clientId}/disable")
  ClientView disable(@PathVariable String clientId, Authentication caller) {
    return view(clients.disable(clientId), caller, "disabled");
  }

  @PostMapping("/{clientId}/enable")
  ClientView enable(@PathVariable String clientId, Authentication caller) {
    return view(clients.enable(clientId), caller, "enabled");
  }

  private static ResponseEntity.BodyBuilder secret(HttpStatus status) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
  }

  private static ClientView view(ClientChange change, Authentication caller, String what) {
    ClientView view =
        switch (change) {
          case Done(Client client) -> ClientView.of(client);
          case NewSecret(Client client, String secret, _) -> ClientView.of(client, secret);
          case Taken(String clientId) ->
              throw Refused.because(
                  ProblemType.CLIENT_EXISTS, "Choose another id than " + clientId + ".");
          case Unknown() -> throw unknown();
          case NoSecret() ->
              throw Refused.because(
                  ProblemType.CLIENT_HAS_NO_SECRET, "It proves itself with keys of its own.");
          case Guarded() ->
              throw Refused.because(
                  ProblemType.CLIENT_GUARDED,
                  "It is handed people's tokens. Change its secret in the clients' file.");
          case Invalid(List<RequestError> errors) -> throw Refused.invalid(errors);
        };
    log.info("client {} was {} by {}", view.clientId(), what, caller.getName());
    return view;
  }

  private static Refused unknown() {
    return Refused.because(
        ProblemType.CLIENT_NOT_FOUND, "GET /api/v1/clients lists those that there are.");
  }
}
