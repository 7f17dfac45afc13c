package dev.convene.simulators.webex;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The vendor's own description of a meeting. */
final class VendorSchema {
  private static final ObjectNode ALL = read();

  private VendorSchema() {}

  private static ObjectNode read() {
    try (InputStream in = VendorSchema.class.getResourceAsStream("/webex-meetings.schema.json")) {
      return (ObjectNode) JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void assertFits(String definition, JsonNode value) {
    ObjectNode schema = ALL.deepCopy();
    schema.put("$ref", "#/$defs/" + definition);
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
    assertThat(compiled.validate(value)).as(definition + " " + value).isEmpty();
    assertThat(properties(definition)).as(definition).containsAll(value.propertyNames());
  }

  static Set<String> properties(String definition) {
    return new TreeSet<>(ALL.path("$defs").path(definition).path("properties").propertyNames());
  }
}
