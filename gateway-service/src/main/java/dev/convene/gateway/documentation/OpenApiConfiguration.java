package dev.convene.gateway.documentation;

import dev.convene.gateway.access.Door;
import dev.convene.gateway.access.Doors;
import dev.convene.gateway.access.Scope;
import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.RequestError;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import tools.jackson.databind.json.JsonMapper;

/** What the annotations at the controllers cannot say: the API as a whole, and its problems. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String SYSTEMS = "systems";
  private static final String PEOPLE = "people";

  private static final String DESCRIPTION =
      """
      Schedules a Webex meeting and its Outlook invitation as one operation that completes on both \
      sides or leaves nothing behind. A request is accepted at once and worked on from then on; \
      its progress can be asked for or watched. Every refusal is a problem as RFC 9457 has it, \
      with a `type` that stays.\
      """;

  private static final RequestError EXAMPLE_ERROR =
      RequestError.inBody(
          "/attendees/3/email",
          "not-a-mailbox",
          "This is not a mailbox address.",
          "an address such as ada@example.com, at most 254 characters",
          "ada@example");

  @Bean
  OpenAPI api() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Convene")
                .version("v1")
                .description(DESCRIPTION)
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .servers(List.of(new Server().url("/")));
  }

  /** Each problem as a response that operations refer to by the problem's name. */
  @Bean
  OpenApiCustomizer problemResponses(JsonMapper mapper) {
    return api -> {
      Components components = api.getComponents();
      ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
      for (ProblemType type : ProblemType.values()) {
        components.addResponses(type.typeName(), response(type, mapper));
      }
    };
  }

  /** Who may do what, from where it is decided. */
  @Bean
  OpenApiCustomizer guards(@Value("${convene.auth.issuer}") String issuer) {
    return api -> {
      Scopes scopes = new Scopes();
      for (Scope scope : Scope.values()) {
        scopes.addString(scope.value(), scope.meaning());
      }
      api.getComponents()
          .addSecuritySchemes(
              SYSTEMS,
              new SecurityScheme()
                  .type(SecurityScheme.Type.OAUTH2)
                  .description("Systems, with the token of a client.")
                  .flows(
                      new OAuthFlows()
                          .clientCredentials(
                              new OAuthFlow().tokenUrl(issuer + "/oauth2/token").scopes(scopes))));
      api.getComponents()
          .addSecuritySchemes(
              PEOPLE,
              new SecurityScheme()
                  .type(SecurityScheme.Type.APIKEY)
                  .in(SecurityScheme.In.COOKIE)
                  .name("convene-session")
                  .description(
                      "People with a browser, who signed in at /oauth2/authorization/convene; what"
                          + " changes something repeats the cookie XSRF-TOKEN in the header"
                          + " X-XSRF-TOKEN. Over TLS both names begin with __Host-."));
      api.getPaths()
          .forEach((path, item) ->
              item.readOperationsMap()
                  .forEach((method, operation) ->
                      guard(operation, HttpMethod.valueOf(method.name()), path)));
    };
  }

  private static void guard(Operation operation, HttpMethod method, String path) {
    Door door =
        Doors.at(method, PathContainer.parsePath(path))
            .orElseThrow(() -> new IllegalStateException("no door for " + method + " " + path));
    if (!door.isToEverybody()) {
      // Any of its scopes is enough.
      for (Scope scope : new TreeSet<>(door.opens())) {
        operation.addSecurityItem(new SecurityRequirement().addList(SYSTEMS, scope.value()));
      }
      if (door.opens().isEmpty()) {
        operation.addSecurityItem(new SecurityRequirement().addList(SYSTEMS));
      }
      operation.addSecurityItem(new SecurityRequirement().addList(PEOPLE));
      refers(operation, ProblemType.UNAUTHENTICATED);
      refers(operation, ProblemType.FORBIDDEN);
      refers(operation, ProblemType.TOO_MANY_REQUESTS);
    }
  }

  private static void refers(Operation operation, ProblemType type) {
    String status = String.valueOf(type.status());
    if (!operation.getResponses().containsKey(status)) {
      operation.getResponses().addApiResponse(status, new ApiResponse().$ref(type.typeName()));
    }
  }

  private static ApiResponse response(ProblemType type, JsonMapper mapper) {
    Problem example =
        type == ProblemType.INVALID_REQUEST
            ? Problem.invalid(List.of(EXAMPLE_ERROR))
            : Problem.of(type, "What happened, and what to do about it.");
    MediaType media =
        new MediaType()
            .schema(new Schema<>().$ref("#/components/schemas/Problem"))
            .example(mapper.writeValueAsString(example));
    ApiResponse response =
        new ApiResponse()
            .description(example.title() + ".")
            .content(new Content().addMediaType("application/problem+json", media));
    if (type == ProblemType.UNAVAILABLE || type == ProblemType.TOO_MANY_REQUESTS) {
      response.addHeaderObject(
          "Retry-After",
          new Header().description("Seconds to wait.").schema(new IntegerSchema().example(5)));
    }
    return response;
  }
}
