package dev.convene.defaults.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one way in which Convene writes JSON, on topics, in databases and over HTTP. */
public final class JsonDefaults {

  private JsonDefaults() {}

  /** Times as RFC 3339 text, absent values left out, fields that are not known skipped. */
  public static JsonMapper.Builder apply(JsonMapper.Builder builder) {
    return builder
        .disable(
            DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
            DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .changeDefaultPropertyInclusion(inclusion ->
            inclusion
                .withValueInclusion(JsonInclude.Include.NON_NULL)
                .withContentInclusion(JsonInclude.Include.NON_NULL));
  }

  /** A mapper of that kind, for code that runs without Spring. */
  public static JsonMapper mapper() {
    return apply(JsonMapper.builder()).build();
  }
}
