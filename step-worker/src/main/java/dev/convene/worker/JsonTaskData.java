package dev.convene.worker;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the data of parked steps as JSON, which survives new versions and can be read by people.
 */
final class JsonTaskData implements Serializer {

  private final JsonMapper mapper;

  JsonTaskData(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    return data == null ? null : mapper.writeValueAsBytes(data);
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] json) {
    return json == null ? null : mapper.readValue(json, type);
  }
}
