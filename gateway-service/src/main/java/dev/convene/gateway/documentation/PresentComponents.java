package dev.convene.gateway.documentation;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of our records which fields are always there: those that are not {@code @Nullable}. Absent
 * values are left out of what we write, so a client may rely on the others. What a request may
 * leave out, although we then have a value for it, says so itself.
 */
@Component
final class PresentComponents implements ModelConverter {

  private static final String OURS = "dev.convene.";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
    if (schema != null && described.isRecord() && described.getName().startsWith(OURS)) {
      say(described, definition(schema, context));
    }
    return schema;
  }

  private static @Nullable Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
    String reference = schema.get$ref();
    return reference == null
        ? schema
        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static void say(Class<?> described, @Nullable Schema<?> schema) {
    if (schema == null || schema.getProperties() == null) {
      return;
    }
    for (RecordComponent component : described.getRecordComponents()) {
      String name = component.getName();
      boolean said = schema.getRequired() != null && schema.getRequired().contains(name);
      if (!said && schema.getProperties().containsKey(name) && isAlwaysThere(component)) {
        schema.addRequiredItem(name);
      }
    }
  }

  private static boolean isAlwaysThere(RecordComponent component) {
    var said =
        component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && (said == null || said.requiredMode() != RequiredMode.NOT_REQUIRED);
  }
}
