package dev.convene.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.convene.defaults.messaging.JsonDefaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One message type with all that its contract is made of: record, schema and examples. */
record Contract(MessageType type) {

  static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  static final Path SCHEMAS = MODULE.resolve("src/main/resources/dev/convene/contracts");
  static final JsonMapper JSON = JsonDefaults.mapper();

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  static Stream<Contract> all() {
    return Stream.of(MessageType.values()).map(Contract::new);
  }

  Path schemaFile() {
    return SCHEMAS.resolve(type.typeName() + ".schema.json");
  }

  Path examplesFolder() {
    return SCHEMAS.resolve("examples").resolve(type.typeName());
  }

  Schema schema() {
    return REGISTRY.getSchema(
        SchemaLocation.of("classpath:dev/convene/contracts/" + schemaFile().getFileName()));
  }

  List<Error> breaches(JsonNode message) {
    return schema().validate(message);
  }

  List<Example> examples() {
    try (Stream<Path> files = Files.list(examplesFolder())) {
      return files.sorted().map(file -> new Example(this, file)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Example fullExample() {
    return new Example(this, examplesFolder().resolve("full.json"));
  }

  TopicMessage read(JsonNode message) {
    return JSON.readValue(JSON.writeValueAsBytes(message), type.record());
  }

  static JsonNode written(TopicMessage message) {
    return JSON.readTree(JSON.writeValueAsBytes(message));
  }

  @Override
  public String toString() {
    return type.typeName();
  }

  record Example(Contract contract, Path file) {

    JsonNode tree() {
      return JSON.readTree(file.toFile());
    }

    @Override
    public String toString() {
      return contract + "/" + file.getFileName();
    }
  }
}
