package dev.convene.calendar.graph;

import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.http.KiotaClientFactory;
import com.microsoft.kiota.http.middleware.options.RedirectHandlerOption;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one HTTP client for all mailboxes. It holds no credentials, and repeats nothing by itself:
 * the SDK would sleep on our thread, OkHttp would send a POST again that the server has already
 * read.
 */
final class GraphHttp {

  private static final long IDLE_MINUTES = 5;

  private GraphHttp() {}

  static OkHttpClient client(GraphSettings settings, JsonMapper mapper) {
    RequestOption[] options = {
      new RetryHandlerOption((delay, count, request, response) -> false, 0, 0),
      // A redirect would carry an invitation, with its password, to wherever it points.
      new RedirectHandlerOption(0, response -> false)
    };
    // What GraphClientFactory.create(options) does; to compile that takes Azure's libraries.
    return KiotaClientFactory.create(GraphClientFactory.createDefaultGraphInterceptors(options))
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .callTimeout(settings.callTimeout())
        .connectTimeout(settings.connectTimeout())
        .readTimeout(settings.readTimeout())
        .writeTimeout(settings.readTimeout())
        .connectionPool(new ConnectionPool(settings.connections(), IDLE_MINUTES, TimeUnit.MINUTES))
        .addInterceptor(new CreatedEvents(mapper))
        .addInterceptor(new TypedErrors(mapper))
        .build();
  }
}
