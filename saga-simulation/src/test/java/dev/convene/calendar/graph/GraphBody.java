package dev.convene.calendar.graph;

import com.microsoft.kiota.serialization.JsonSerializationWriter;
import dev.convene.calendar.invitation.Invitation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What calendar-service sends to create an event. */
public final class GraphBody {

  private GraphBody() {}

  public static String of(Invitation invitation) {
    try (JsonSerializationWriter writer = new JsonSerializationWriter()) {
      writer.writeObjectValue("", EventModels.of(invitation));
      return new String(writer.getSerializedContent().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
