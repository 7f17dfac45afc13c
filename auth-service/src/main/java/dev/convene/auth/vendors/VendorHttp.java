package dev.convene.auth.vendors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Calls to a vendor's token endpoint: bounded in time and in the size of the answer. */
@Component
class VendorHttp {

  /** No call takes longer than these two together, and reading what came. */
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int LARGEST = 256 * 1024;

  private final JdkClientHttpRequestFactory requests;

  VendorHttp() {
    this.requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build());
    requests.setReadTimeout(ANSWER);
  }

  /** To be given an address and what reads its answers. */
  RestClient.Builder client() {
    return RestClient.builder().requestFactory(requests).requestInterceptor(VendorHttp::bounded);
  }

  private static ClientHttpResponse bounded(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    try (ClientHttpResponse response = execution.execute(request, body)) {
      byte[] read = response.getBody().readNBytes(LARGEST + 1);
      if (read.length > LARGEST) {
        throw new IOException("the answer is larger than " + LARGEST + " bytes");
      }
      return new Read(
          response.getStatusCode(),
          response.getStatusText(),
          response.getHeaders(),
          new ByteArrayInputStream(read));
    }
  }

  private record Read(HttpStatusCode status, String text, HttpHeaders headers, InputStream body)
      implements ClientHttpResponse {

    @Override
    public HttpStatusCode getStatusCode() {
      return status;
    }

    @Override
    public String getStatusText() {
      return text;
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public InputStream getBody() {
      return body;
    }

    @Override
    public void close() {
      // It was read to its end, and closed, before.
    }
  }
}
