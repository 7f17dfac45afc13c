package dev.convene.calendar.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Of an event that was just created, leaves what we read. Graph sends all of it back, body and
 * attendees, and building the SDK's model of that took a third of this service's processor time. A
 * look-up says the same with {@code $select}, which Graph does not offer here.
 */
final class CreatedEvents implements Interceptor {

  private static final int CREATED = 201;
  private static final Set<String> READ = Set.of("id", "webLink", "isCancelled");

  private final JsonMapper mapper;

  CreatedEvents(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    return response.code() == CREATED && body != null
        ? response
            .newBuilder()
            .removeHeader("Content-Length")
            .body(ResponseBody.create(whatWeRead(body.bytes()), body.contentType()))
            .build()
        : response;
  }

  /** What is no JSON object stays as it is: the SDK says what is wrong with it. */
  byte[] whatWeRead(byte[] event) {
    ByteArrayOutputStream left = new ByteArrayOutputStream(512);
    try (JsonParser parser = mapper.createParser(event);
        JsonGenerator generator = mapper.createGenerator(left)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return event;
      }
      generator.writeStartObject();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        if (READ.contains(parser.currentName())) {
          generator.copyCurrentStructure(parser);
        } else {
          parser.nextToken();
          parser.skipChildren();
        }
      }
      generator.writeEndObject();
    } catch (JacksonException e) {
      return event;
    }
    return left.toByteArray();
  }
}
