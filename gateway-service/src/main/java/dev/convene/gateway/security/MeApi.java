package dev.convene.gateway.security;

import dev.convene.gateway.access.Caller;
import dev.convene.gateway.access.Scope;
import dev.convene.gateway.access.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/v1/me}. */
@RestController
class MeApi {

  private final JsonMapper mapper;
  private final URI accounts;

  MeApi(JsonMapper mapper, AuthProperties auth) {
    this.mapper = mapper;
    this.accounts = URI.create(auth.issuer() + "/accounts");
  }

  /** The answer. */
  @Schema(description = "Who is asking, and what they may.")
  record Me(
      @Schema(description = "The stable id of the person or system.") String subject,
      @Schema(example = "convene-portal") String client,
      @Schema(description = "A person's mailbox; a system has none.") @Nullable String email,
      @Schema(description = "What a person is called; a system has no name.") @Nullable String name,
      List<String> scopes,
      @Schema(
              description =
                  "When the session ends and the person signs in anew; absent without a session.")
          @Nullable Instant signedInUntil,
      @Schema(
              description =
                  "The page on which a person connects accounts at the vendors, and sees which are"
                      + " connected; a system has none.",
              example = "https://auth.example.com/accounts")
          @Nullable URI accounts) {}

  @Operation(
      summary = "Show who is asking",
      description = "Of people with a session, it also sets the cookie XSRF-TOKEN.")
  @ApiResponse(
      responseCode = "200",
      description = "Who it is.",
      content = @Content(schema = @Schema(implementation = Me.class)))
  @GetMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> me(
      @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) Principal principal) {
    Instant until =
        principal instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SignedIn person
            ? person.until()
            : null;
    List<String> scopes = caller.scopes().stream().map(Scope::value).sorted().toList();
    Me me =
        switch (caller) {
          case Caller.Person person ->
              new Me(
                  person.subject(),
                  person.client(),
                  person.email(),
                  person.name(),
                  scopes,
                  until,
                  accounts);
          case Caller.Machine machine ->
              new Me(machine.client(), machine.client(), null, null, scopes, null, null);
        };
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(mapper.writeValueAsBytes(me));
  }
}
