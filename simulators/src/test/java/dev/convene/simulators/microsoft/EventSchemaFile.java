package dev.convene.simulators.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The vendor's own description of an event. */
public final class EventSchemaFile {
  private static final ObjectNode ALL = read();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(ALL);

  private EventSchemaFile() {}

  /** The types by name, each with its {@code properties}. */
  public static JsonNode types() {
    return ALL.path("$defs");
  }

  /** Nulls count as absent: the metadata allows them nearly everywhere. */
  static void assertFits(JsonNode event) {
    JsonNode copy = event.deepCopy();
    removeNulls(copy);
    assertThat(SCHEMA.validate(copy)).as(copy.toPrettyString()).isEmpty();
  }

  private static void removeNulls(JsonNode node) {
    node.forEach(EventSchemaFile::removeNulls);
    if (node instanceof ObjectNode object) {
      new ArrayList<>(object.propertyNames())
          .stream().filter(name -> object.path(name).isNull()).forEach(object::remove);
    }
  }

  private static ObjectNode read() {
    try (InputStream in = EventSchemaFile.class.getResourceAsStream("/graph-event.schema.json")) {
      return (ObjectNode) JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
