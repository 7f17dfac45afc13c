package dev.convene.gateway.documentation;

import dev.convene.gateway.problems.Problem;
import dev.convene.gateway.problems.ProblemType;
import dev.convene.gateway.problems.RequestError;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What the annotations at the controllers cannot say: the API as a whole, and its problems. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

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
      ModelConverters.getInstance().readAll(Problem.class).forEach(components::addSchemas);
      for (ProblemType type : ProblemType.values()) {
        components.addResponses(type.typeName(), response(type, mapper));
      }
    };
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
    if (type == ProblemType.UNAVAILABLE) {
      response.addHeaderObject(
          "Retry-After",
          new Header().description("Seconds to wait.").schema(new IntegerSchema().example(5)));
    }
    return response;
  }
}
