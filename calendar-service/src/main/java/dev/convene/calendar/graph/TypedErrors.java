package dev.convene.calendar.graph;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes every failed answer one that the SDK can read. Gateways before Graph answer with HTML or
 * with nothing, and then the SDK loses even the status; a body that is no Graph error is replaced
 * by one with the code {@value #UNREADABLE}. Bounds the size of all answers.
 */
final class TypedErrors implements Interceptor {

  static final String UNREADABLE = "UnreadableBody";

  private static final long LARGEST_ERROR = 64L * 1024;
  private static final long LARGEST_ANSWER = 8L * 1024 * 1024;
  private static final MediaType JSON = MediaType.get("application/json");
  private static final String REPLACEMENT =
      "{\"error\":{\"code\":\""
          + UNREADABLE
          + "\",\"message\":\"The answer was not Graph's own.\"}}";

  private final JsonMapper mapper;

  TypedErrors(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    if (body == null) {
      return response;
    }
    if (response.isSuccessful()) {
      return response.newBuilder().body(bounded(body)).build();
    }
    try (body) {
      byte[] read = firstBytes(body);
      return response
          .newBuilder()
          .removeHeader("Content-Length")
          .header("Content-Type", "application/json")
          .body(
              isGraphError(read)
                  ? ResponseBody.create(read, JSON)
                  : ResponseBody.create(REPLACEMENT, JSON))
          .build();
    }
  }

  private static byte[] firstBytes(ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    source.request(LARGEST_ERROR);
    return source.getBuffer().readByteArray(Math.min(source.getBuffer().size(), LARGEST_ERROR));
  }

  private boolean isGraphError(byte[] body) {
    try {
      return mapper.readTree(body).path("error").isObject();
    } catch (JacksonException notJson) {
      return false;
    }
  }

  private static ResponseBody bounded(ResponseBody body) {
    return new Bounded(body);
  }

  /** Fails where an answer is longer than any that we ask for. */
  private static final class Bounded extends ResponseBody {

    private final ResponseBody body;
    private final BufferedSource source;

    Bounded(ResponseBody body) {
      this.body = body;
      this.source =
          Okio.buffer(
              new ForwardingSource(body.source()) {
                private long total;

                @Override
                public long read(Buffer sink, long byteCount) throws IOException {
                  long read = super.read(sink, byteCount);
                  total += Math.max(read, 0);
                  if (total > LARGEST_ANSWER) {
                    throw new IOException("the answer is larger than " + LARGEST_ANSWER + " bytes");
                  }
                  return read;
                }
              });
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public BufferedSource source() {
      return source;
    }
  }
}
